"""An exercise from its start to its review: an instructor, two teams of two in two languages, each in a browser of their own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import web_desk as desk
import web_setup as setup
import web_words as w
from web_findings import Findings
from web_person import Person, Words

NORTH, SOUTH = "Đội Sóng", "Team Reef"
ORGANISATION = "Trung tâm Sông Thu"
SECRET_OF_NORTH = "Chúng tôi nghi máy chủ dân cư"
ANNOUNCEMENT = "Ủy ban họp lúc 11:00 · The committee meets at 11:00"
DATABASE = "citizen-db-002"


@dataclass
class Cast:
    """Everybody, and where they are."""

    administrator: Person
    instructor: Person
    observer: Person
    north: tuple[Person, Person]
    south: tuple[Person, Person]
    place: setup.Place

    @property
    def everyone(self) -> list[Person]:
        """All of them."""
        return [self.administrator, self.instructor, self.observer, *self.north, *self.south]


def gather(newcomer: Callable[[str, str], Person], first: str) -> Cast:
    """First start, administrator, organisation, instructor, exercise, invitations: people come to their desks."""
    administrator = newcomer("administrator", "vi")
    setup.set_up(administrator, first)
    setup.make_organisation(administrator, ORGANISATION)
    instructor, observer = newcomer("instructor", "en"), newcomer("observer", "vi")
    setup.join(instructor, setup.invite(administrator, w.INSTRUCTOR, ORGANISATION), "huong.dan", "Instructor Hoa")
    setup.join(observer, setup.invite(administrator, w.OBSERVER, ORGANISATION), "quan.sat", "Quan sát Minh")
    administrator.picture("invitation-made")
    place = setup.make_exercise(instructor, "Lam Giang", "60", [NORTH, SOUTH], pictures=True)
    instructor.picture("setup")
    people = {}
    for name, language, team in [
        ("An", "vi", NORTH), ("Bình", "vi", NORTH), ("Carol", "en", SOUTH), ("Dan", "en", SOUTH),
    ]:
        people[name] = newcomer(name, language)
        login = {"An": "an.ng", "Bình": "binh.ng", "Carol": "carol", "Dan": "dan.s"}[name]
        setup.join(people[name], place.invitations[team], login, name)
        people[name].expect("/desk" in people[name].page.url, "an invitation does not lead to the desk")
    return Cast(
        administrator, instructor, observer, (people["An"], people["Bình"]), (people["Carol"], people["Dan"]), place)


def begin(cast: Cast) -> None:
    """Before the start: the desk says so. Then the instructor starts, and every desk runs without being loaded again."""
    an, carol = cast.north[0], cast.south[0]
    for person in (an, carol):
        begun = Words("Diễn tập chưa bắt đầu", "The exercise has not begun")
        person.expect(person.sees(begun), "a desk does not say that nothing has begun")
    an.picture("desk-before")
    cast.instructor.go(cast.place.root)
    cast.instructor.picture("direct-before")
    cast.instructor.button(w.START).click()
    running = Words("Đang diễn ra", "Running")
    for person in (an, carol):
        person.expect(person.sees(running), "the start does not reach a desk that is open")
    talk_within(cast)


def talk_within(cast: Cast) -> None:
    """Chat and notes reach one's own team at once, and the other team never."""
    (an, binh), (carol, _) = cast.north, cast.south
    for person in (an, binh, carol):
        person.tab(w.TALK)
    an.field(w.SAY).fill(SECRET_OF_NORTH)
    an.button(w.SEND).click()
    binh.expect(binh.sees(SECRET_OF_NORTH), "chat does not reach the own team without loading again")
    binh.field(w.NEW_NOTE).fill("Xem citizen-db-002 trước")
    binh.button(w.WRITE_DOWN).click()
    an.expect(an.sees("Xem citizen-db-002 trước"), "a note does not reach the own team")
    carol.page.reload()
    carol.expect(not carol.sees(SECRET_OF_NORTH, patience=500), "the other team sees this team's chat")
    an.picture("talk")


def search_logs(cast: Cast) -> None:
    """The log search: histogram, field statistics, adding a value, zooming, a mistake, a saved search for the team."""
    (an, binh), (carol, _) = cast.north, cast.south
    total = desk.search(an, "")
    narrow = desk.search(an, 'event.code:4624 AND NOT user.name:"SYSTEM"')
    an.expect(0 < narrow < total, f"a condition does not narrow a search: {narrow} of {total}")
    an.expect(an.page.locator("#log-histogram a").count() > 20, "there is no histogram")
    statistic = an.page.get_by_role("region", name="host.name")
    an.expect(desk.appears(statistic), "there are no field statistics")
    an.picture("logs")
    with an.page.expect_response(lambda response: "/logs/results" in response.url):
        statistic.get_by_role("link", name=re.compile("^Thêm vào câu tìm")).first.click()
    an.page.locator("#log-results:not([aria-busy])").wait_for()
    an.expect(0 < desk.found(an) < narrow, "a value of the statistics does not narrow the search")
    histogram = an.page.locator("#log-histogram")
    histogram.focus()
    with an.page.expect_response(lambda response: "/logs/results" in response.url):
        for key in ["ArrowLeft", *["Shift+ArrowLeft"] * 30, "Enter"]:
            an.page.keyboard.press(key)
    an.page.locator("#log-results:not([aria-busy])").wait_for()
    an.expect("range=custom" in an.page.url, "the histogram does not zoom by keys")
    an.page.locator("#saved summary").click()
    an.field(w.SAVE_NAME).fill("Đăng nhập")
    an.button(w.SAVE_SEARCH).click()
    an.page.wait_for_load_state()
    binh.tab(w.LOGS)
    binh.page.locator("#saved summary").click()
    binh.expect(desk.appears(binh.link("Đăng nhập")), "a search saved for the team does not reach it")
    carol.tab(w.LOGS)
    carol.page.locator("#saved summary").click()
    carol.expect(carol.page.get_by_text("Đăng nhập", exact=True).count() == 0, "the other team sees a saved search")
    carol.page.get_by_role("combobox", name="Search").fill("user.nam:admin")
    carol.page.keyboard.press("Escape")
    carol.page.locator("#log-form").get_by_role("button", name="Search", exact=True).click()
    carol.expect(desk.appears(carol.page.get_by_text("did you mean `user.name`")), "an unknown field is not answered with the one probably meant")
    carol.picture("logs-mistake")


def direct(cast: Cast) -> None:
    """The instructor's means: inject, announcement, pause, more time, frozen scoreboard, projector; desks follow at once."""
    instructor, (an, _), (carol, _) = cast.instructor, cast.north, cast.south
    for person in (an, carol):
        person.tab(w.MESSAGES)
    instructor.go(cast.place.root)
    queue = instructor.page.locator("[data-key=press-question]")
    queue.get_by_label("For").select_option(label=NORTH)
    instructor.button(w.PUT_IN, queue).click()
    an.expect(an.sees("Câu hỏi của báo chí"), "an inject does not reach the team without loading again")
    announce = instructor.region(w.ANNOUNCE)
    instructor.field(w.TEXT, announce).fill(ANNOUNCEMENT)
    instructor.button(w.SEND, announce).click()
    for person in (an, carol):
        person.expect(person.sees(ANNOUNCEMENT), "an announcement does not reach a team without loading again")
    carol.expect(
        not carol.sees("Question from the press", patience=300), "an inject for one team reaches the other")
    instructor.button(w.PAUSE).click()
    for person in (an, carol):
        person.expect(person.sees(w.PAUSED), "a pause does not reach a desk")
    left = an.page.locator(".desk-figures .figure-note").first.inner_text()
    instructor.button(w.MORE_TIME).click()
    dialog = instructor.page.locator("dialog#extend")
    instructor.field(w.EXTEND_BY, dialog).fill("45")
    instructor.button(w.MORE_TIME, dialog).click()
    an.page.locator(".desk-figures .figure-note", has_text=re.compile(r"^(?!" + re.escape(left) + ")")).first.wait_for()
    instructor.button(w.FREEZE).click()
    instructor.expect(instructor.sees(w.FROZEN), "the scoreboard does not freeze")
    instructor.picture("direct-paused")
    watch_projector(cast)
    instructor.go(cast.place.root)
    instructor.button(w.UNFREEZE).click()
    instructor.button(w.RESUME).click()
    an.expect(an.sees(Words("Đang diễn ra", "Running")), "going on does not reach a desk")


def watch_projector(cast: Cast) -> None:
    """The projector shows what everybody may know; observers see it too, and no truth."""
    for person, name in [(cast.instructor, "projector"), (cast.observer, "projector-observer")]:
        person.go(cast.place.root + "/projector")
        for text in (NORTH, SOUTH, ANNOUNCEMENT):
            person.expect(person.sees(text), f"the projector does not show {text!r}")
        person.picture(name)
    cast.observer.go(cast.place.root)
    for text in ("Tấn công (sự thật)", "Thiệt hại"):
        cast.observer.expect(
            cast.observer.page.get_by_text(text, exact=True).count() == 0, f"an observer sees {text!r} before the close")


def defend(cast: Cast) -> None:
    """North triages, investigates and isolates; South sees nothing of it, and does something else."""
    (an, binh), (carol, dan) = cast.north, cast.south
    for person in (an, binh, carol, dan):
        person.go(cast.place.root + "/desk")
    an.tab(w.ALERTS)
    named = an.page.locator("#alerts").get_by_role("link", name=DATABASE, exact=True).first
    an.expect(desk.appears(named, 200_000), "no alert names the database without loading again")
    an.picture("alerts")
    desk.triage(an, DATABASE, w.OWN, w.OWNED)
    binh.tab(w.ALERTS)
    binh.page.goto(binh.page.url.split("?")[0] + "?show=all")
    binh.expect(binh.sees("An", binh.page.locator("#alerts")), "the own team does not see who owns an alert")
    # Who is asked twice may be right; processes are quick.
    desk.confirm(an, desk.ask(an, DATABASE, w.PROCESS_LIST))
    desk.confirm(binh, desk.ask(binh, DATABASE, w.TRIAGE_COLLECTION))
    desk.confirm(an, desk.ask(an, DATABASE, w.ISOLATE, picture="isolate"))
    an.tab(w.WORK)
    an.expect(an.sees(w.ISOLATE), "what was asked for is not in the list of work")
    evidence = an.page.locator("#part-findings li")
    an.expect(desk.appears(evidence.first, 60_000), "an investigation brings no evidence without loading again")
    an.picture("work")
    an.tab(w.HOSTS)
    row = an.page.locator("#hosts tbody tr").filter(has=an.page.get_by_role("link", name=DATABASE, exact=True))
    an.expect(desk.appears(row.get_by_text(an.word(w.ISOLATED)), 70_000), "the isolated host is not marked as such")
    an.picture("hosts")
    for person in (carol, dan):
        person.tab(w.HOSTS)
        own = person.page.locator("#hosts tbody tr").filter(has=person.page.get_by_role("link", name=DATABASE, exact=True))
        person.expect(own.get_by_text("Isolated").count() == 0, "the other team sees this team's isolation")
        person.tab(w.WORK)
        person.expect(person.page.locator("#part-findings li").count() == 0, "the other team sees this team's evidence")
    desk.triage(an, DATABASE, w.TRUE, Words("Đóng: đúng", "Closed: true"))


def answer(cast: Cast) -> None:
    """Answers, a hint and the points that follow, at both teammates' desks and not at the other team's."""
    (an, binh), (carol, _) = cast.north, cast.south
    for person in (an, binh, carol):
        person.go(cast.place.root + "/desk")
        person.tab(w.QUESTIONS)
    south = desk.points(carol)
    before = desk.points(an)
    part = desk.answer(an, w.FIRST_HOST, "suoi-bac-pc-011")
    an.expect(desk.appears(part.get_by_text(an.word(w.RIGHT), exact=True).first), "a right answer is not marked so")
    binh.expect(
        desk.appears(desk.question_part(binh, w.FIRST_HOST).get_by_text("suoi-bac-pc-011")),
        "an answer does not reach the own team without loading again")
    an.expect(desk.points(an) == before + 10, f"a right answer gives {desk.points(an) - before} points instead of 10")
    technique = desk.question_part(an, w.FIRST_TECHNIQUE)
    technique.get_by_role("button", name=re.compile("^Xem gợi ý 1")).click()
    an.expect(desk.appears(technique.locator(".hint-text")), "a hint that was paid for is not shown")
    an.page.wait_for_timeout(500)
    an.expect(desk.points(an) == before + 7, "a hint of 3 points does not cost 3 points")
    wrong = desk.answer(carol, w.FIRST_HOST, "mail-gateway")
    carol.expect(desk.appears(wrong.get_by_text("Not right", exact=True).first), "a wrong answer is not marked so")
    carol.expect(desk.points(carol) == south, "the other team's points change with this team's answers")
    an.picture("questions")


def report(cast: Cast) -> None:
    """A situation report with a slip that is told at its field; the instructor marks it, and the team sees the mark."""
    an, instructor = cast.north[0], cast.instructor
    an.go(cast.place.root + "/desk")
    an.tab(w.MESSAGES)
    an.field(w.REPORT_HOSTS).fill("suoi-bac-pc-011, citizen-dbb-002")
    an.field(w.WHAT_HAPPENED).fill("Có người vào qua thư lừa đảo và tới cơ sở dữ liệu dân cư.")
    an.field(w.NOT_KNOWN).fill("Chưa rõ bao nhiêu hồ sơ đã ra ngoài.")
    an.expected.append((422, "/reports"))
    an.expected.append((400, "/reports"))
    an.button(w.SEND_REPORT).click()
    an.expect(an.sees("citizen-dbb-002”"), "a host that is not there is not told at its field")
    an.picture("report-slip")
    an.field(w.REPORT_HOSTS).fill("suoi-bac-pc-011, citizen-db-002")
    an.field(w.REPORT_TECHNIQUES).fill("T1566.001")
    an.button(w.SEND_REPORT).click()
    an.expect(an.sees(Words("Báo cáo số 1", "Report 1")), "a report that was sent is not listed")
    an.expected.clear()
    an.tab(w.MESSAGES)
    instructor.go(cast.place.root)
    instructor.link(NORTH, instructor.page.locator("#teams")).click()
    instructor.page.wait_for_load_state()
    part = instructor.region(w.REPORTS_OF_TEAM)
    instructor.field(w.POINTS, part).fill("7")
    instructor.field(w.COMMENT, part).fill("Rõ ràng, nêu đúng điều chưa biết.")
    instructor.button(w.MARK, part).click()
    an.expect(an.sees(re_marked(an)), "a mark of the instructor does not reach the team without loading again")
    instructor.picture("team-truth")


def re_marked(person: Person) -> str:
    """How a mark of seven points reads."""
    return person.word(Words("7/10 điểm", "7 of 10 points"))


def finish(cast: Cast) -> None:
    """The close reaches every desk; nothing can be put in any more."""
    (an, _), (carol, _) = cast.north, cast.south
    for person in (an, carol):
        person.go(cast.place.root + "/desk")
    an.picture("situation")
    carol.picture("situation-en")
    cast.instructor.go(cast.place.root)
    cast.instructor.picture("direct")
    cast.instructor.button(w.CLOSE).click()
    closed = Words("Đã kết thúc", "Closed")
    for person in (an, carol):
        person.expect(person.sees(closed), "the close does not reach a desk")
        person.tab(w.QUESTIONS)
        person.expect(person.page.locator("form.answer").count() == 0, "a closed desk still takes answers")


def look_back(cast: Cast, downloads: Path) -> None:
    """The review: from the desk to it, slider, decisions as they come in, comparison, print view, JSON."""
    an, carol = cast.north[0], cast.south[0]
    for person in (an, carol):
        person.go(cast.place.root + "/desk")
    an.link(w.LOOK_AT_REVIEW).click()
    an.page.wait_for_load_state()
    slider = an.page.locator("#replay-slider")
    slider.wait_for(state="visible")
    held = "[data-host][data-standing=user], [data-host][data-standing=administrator]"
    slider.focus()
    an.page.keyboard.press("Home")
    an.expect(an.page.locator(held).count() == 0, "hosts are held at the start of the replay")
    time = an.page.locator("#replay-time").inner_text()
    an.page.keyboard.press("End")
    an.expect(an.page.locator("#replay-time").inner_text() != time, "the slider does not move the time")
    an.expect(an.page.locator(held).count() > 0, "no host is held at the end of the replay")
    decisions = an.page.locator("#decisions tbody tr")
    an.expect(desk.appears(decisions.first, 90_000), "the decisions are not valued without loading again")
    an.expect(decisions.count() >= 3, f"three decisions were taken, {decisions.count()} are valued")
    an.expect(
        desk.appears(an.page.locator("#missed table, #missed p.muted").last, 90_000), "missed moments do not come")
    an.picture("review")
    with an.page.expect_download() as download:
        an.link(w.DOWNLOAD_JSON).click()
    path = downloads / "review.json"
    download.value.save_as(path)
    review = json.loads(path.read_text(encoding="utf-8"))
    an.expect(review["name"] == NORTH and len(review["review"]["timeline"]["steps"]) > 5, "the JSON holds no review")
    an.expect(any("4624" in search["query"] for search in review["searches"]), "the review forgot a search")
    an.page.emulate_media(media="print")
    an.expect(not slider.is_visible(), "the slider is printed")
    an.page.pdf(path=str(an.pictures / "review.pdf"), format="A4", print_background=True)
    an.page.emulate_media(media="screen")
    compare(cast)
    own = carol.page.url
    carol.link(w.LOOK_AT_REVIEW).click()
    carol.page.wait_for_load_state()
    carol.expect(carol.page.locator("#replay-slider").count() == 1 and own != carol.page.url, "no review in English")
    north = re.search(r"/teams/(\d+)/", an.page.url)
    south = carol.page.url
    carol.expected.extend([(404, "/teams/"), (403, "/teams/")])
    carol.go(re.sub(r"/teams/\d+/", f"/teams/{north.group(1)}/", south) if north else south)
    carol.expect(carol.page.locator("#replay-slider").count() == 0, "a team sees the review of another team")
    carol.expected.clear()


def compare(cast: Cast) -> None:
    """The instructor sees the teams beside each other, with nobody and the playbook."""
    instructor = cast.instructor
    instructor.go(cast.place.root)
    instructor.tab(w.REVIEW)
    for text in (NORTH, SOUTH):
        instructor.expect(instructor.sees(text, instructor.page.locator("#comparison")), f"no {text!r} in the comparison")
    instructor.expect(instructor.sees("Nobody defends"), "the comparison has no mark of nobody defending")
    instructor.picture("compare")
    cast.observer.go(cast.place.root)
    cast.observer.expect(cast.observer.sees("Tấn công (sự thật)"), "an observer sees no truth after the close")
