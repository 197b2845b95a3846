/// The page's script: the language switch, and tables that open for printing.
enum Script {
    static let text: StaticString = """
        (function () {
          "use strict";
          var root = document.documentElement;
          var buttons = document.querySelectorAll("[data-set-language]");
          function show(language) {
            root.lang = language;
            root.dataset.language = language;
            document.querySelectorAll("[data-" + language + "]").forEach(function (element) {
              element.textContent = element.getAttribute("data-" + language);
            });
            buttons.forEach(function (button) {
              button.setAttribute("aria-pressed", String(button.dataset.setLanguage === language));
            });
          }
          buttons.forEach(function (button) {
            button.addEventListener("click", function () { show(button.dataset.setLanguage); });
          });
          document.querySelectorAll("[hidden]").forEach(function (element) { element.hidden = false; });
          show(root.dataset.language);
          var opened = [];
          window.addEventListener("beforeprint", function () {
            opened = Array.from(document.querySelectorAll("details:not([open])"));
            opened.forEach(function (element) { element.open = true; });
          });
          window.addEventListener("afterprint", function () {
            opened.forEach(function (element) { element.open = false; });
          });
        })();
        """
}
