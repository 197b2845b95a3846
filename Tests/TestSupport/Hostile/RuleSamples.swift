/// Rules in Sigma's language that use all of it, for tests that break them.
public enum RuleSamples {
    /// Values of the placeholders that the rules use.
    public static let placeholders = ["a": ["b", "c*"]]

    /// Every modifier, kind of condition, correlation and filter. Each text is free of errors.
    public static let texts = [values, numbers, keywords, correlations, figures, filters]

    /// Pieces that mean something in rules.
    public static let pieces = [
        "|", "|all", "|re: ", "|re|i|m|s: ", "|cidr: ", "|base64offset", "|windash", "|expand", "|fieldref", "|gt: ",
        "|hour: ", "|exists: ", "|neq", "|cased", "|utf16|base64", "*", "?", "\\", "%a%", "'", "\"", "[", "]", "{", "}",
        "(", ")", "1 of ", "all of them", " and not ", "null", "!!", "&a ", "*a", "---\n", "- ", ": ", "\n", "\n    ",
        "\t", "#", "\u{FEFF}", "\u{2028}", "é", "0x", "1e999", "-", "::/0", "condition: ", "correlation:\n",
        "filter:\n", "rules: any\n", "timespan: 9999999999999y\n", "aliases: ", "%YAML 1.1\n", "(a|a)*b", "a{1000}",
        "(?1)", "(?<=x)", "\\x{110000}", "not not not ", "field: [a, a]", "percentile: 101",
    ]

    private static let values = """
        title: Values
        id: 0f4a0f9c-6a5e-4c0b-9d33-1d1f0a4b7e11
        name: values
        status: test
        level: high
        tags: [attack.execution, attack.t1059.003]
        logsource: {category: process_creation, product: windows}
        detection:
            selection_img:
                - Image|endswith: ['\\\\cmd.exe', '\\\\powershell.exe']
                - OriginalFileName|cased: 'Cmd.Exe'
            selection_cli:
                CommandLine|contains|all: [' -x ', "\\tx"]
                CommandLine|windash|contains: ' -y '
            selection_code:
                Code|wide|base64offset|contains: 'abc'
                Code|utf16le|base64|contains: 'abc'
                Code|utf16be|base64|contains: 'abc'
                Code|utf16|base64|startswith: 'abc'
                Code|base64: 'a b'
            selection_text:
                Text|re|i|m|s: '^(a|b)+[^c]{2,3}$'
                Text|re: 'x.*(y|z)\\\\d?'
                Text|expand|contains: '%a%'
                Name|startswith: 'a?b*c\\\\*'
            filter_main_x:
                User|fieldref: ParentUser
                Image|fieldref|endswith: ParentImage
                Address|cidr: [192.0.2.0/24, '2001:db8::/32']
                There|exists: true
                None: null
                Hashes|contains: 'MD5='
                Imphash: 0123456789abcdef0123456789abcdef
            condition: (all of selection_* or selection_img) and not 1 of filter_main_*
        """

    private static let numbers = """
        title: Numbers
        name: numbers
        logsource: {service: security}
        detection:
            event: {EventID: [4624, 4625, 4688, 1]}
            figure:
                Count|gte: 10
                Count|lt: 1e3
                Port|gt: 1023
                Port|lte: 49151
                Port|neq: 3389
            time:
                Time|minute: 30
                Time|hour|gt: 20
                Time|day: [1, 2]
                Time|week: 53
                Time|month|lte: 6
                Time|year: 2026
            condition:
                - event and (figure or time)
                - not event and 1 of figure
        """

    private static let keywords = """
        title: Keywords
        name: keywords
        level: low
        logsource: {product: linux}
        detection:
            keywords:
                - word
                - 'two*words'
            other:
                '|all': [a, b]
            expressions:
                '|re': ['fail(ed|ure)', '[0-9]{1,3}(\\\\.[0-9]{1,3}){3}']
            condition: 1 of them
        """

    private static let correlations = """
        title: One
        name: one
        logsource: {category: network_connection}
        detection: {s: {dst_ip|startswith: '10.'}, condition: [s, not s]}
        ---
        title: Two
        level: high
        name: two
        correlation:
            type: temporal_ordered
            rules: [one, three]
            group-by: [x]
            timespan: 5m
            aliases: {x: {one: src_ip, three: Computer}}
        ---
        title: Three
        name: three
        correlation:
            type: value_count
            rules: one
            timespan: 1h
            condition: {field: [User, dst_ip], gte: 2, lt: 20}
            generate: true
        ---
        title: Four
        correlation:
            type: temporal
            rules: [one, two]
            timespan: 1d
        """

    private static let figures = """
        title: Any
        name: any_event
        logsource: {product: windows}
        detection: {s: {EventID|exists: true}, condition: s}
        """
        + ["event_count", "value_sum", "value_avg", "value_percentile"].map { kind in
            let condition = kind == "event_count" ? "gt: 1" : "field: EventID, gte: 2"
            return """

                ---
                title: \(kind)
                correlation:
                    type: \(kind)
                    rules: [any_event]
                    group-by: [Computer]
                    timespan: 10m
                    condition: {\(condition)\(kind == "value_percentile" ? ", percentile: 60" : "")}
                """
        }.joined()

    private static let filters = """
        title: Filtered
        name: filtered
        logsource: {category: dns_query}
        detection: {s: {QueryName|endswith: .example}, condition: s}
        ---
        title: Of one
        logsource: {category: dns_query}
        filter: {rules: [filtered], selection: {User|startswith: adm_}, condition: not selection}
        ---
        title: Of any
        logsource: {category: dns_query}
        filter: {rules: any, selection: {Image|contains: backup}, condition: not selection}
        """
}
