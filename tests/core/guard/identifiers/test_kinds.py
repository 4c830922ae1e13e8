"""Every kind of identifier is found where it stands, also in disguise; what is none passes."""

import pytest

from bot.core.guard.examine import Detect
from bot.core.guard.finding import Certainty

FOUND = [
    ("nhs-number", "Her NHS number is {}.", "999 000 0018"),
    ("nhs-number", "nhs no {}", "9990000O26"),
    ("nhs-number", "NHS {}", "999\u200b000\u20600034"),
    ("nhs-number", "nhs\n{}", "999 000\n0018"),
    ("nhs-number", "NHS number {}", "nine nine nine zero zero zero zero zero one eight"),
    ("chi-number", "CHI {}", "010113 1232"),
    ("hc-number", "Health and care number {}", "320 000 1232"),
    ("uln", "ULN {}", "9992477008"),
    ("ni-number", "NI {}", "QQ 12 34 56 A"),
    ("ni-number", "the tenancy says {}", "QQ123456C"),
    ("upn", "on two rolls: {}", "D000999926001"),
    ("upn", "upn {}", "d 000 9999 26 001"),
    ("school-number", "School URN {}, and she is in Year 9", "100999"),
    ("official-reference", "passport number {}", "500123456"),
    ("official-reference", "listed as {} in March", "ZE26C00456"),
    ("official-reference", "NRM ref {}", "NRM-004512-26"),
    ("police-reference", "crime ref {}", "42/12345/26"),
    ("police-reference", "log {}", "345 of 12/11/2026"),
    ("case-reference", "Mosaic id {}", "1045332"),
    ("vehicle", "a grey van, {}, by the gate", "AA19 AAA"),
    ("vehicle", "number plate {}", "bd51smr"),
    ("phone", "her number: {}", "07700 900123"),
    ("phone", "ring <tel:+447700900123|{}>", "07700 900123"),
    ("phone", "nan's landline is {}", "01632 960 147"),
    ("phone", "mobile {}", "7700900678"),
    ("phone", "a Polish number, {}", "+48 512 345 678"),
    ("phone", "text {}", "O77OO 9OO l23"),
    ("email", "write to {}", "kayden2010@example.com"),
    ("email", "write to {}", "amira (at) example (dot) org"),
    ("device", "imei {} on the phone", "490154203237518"),
    ("vehicle", "plate was {}", "AA-19 AAA"),
    ("police-reference", "occ ref {}", "26*114477"),
    ("case-reference", "EHM episode {}", "556120"),
    ("name", "{}\t14\tCIN\tmissing x7", "Jaskirat Gill"),
    ("name", "foster carers {} and Geoff rang", "Sue"),
    ("name", "Name - {}\nAge - 15", "Jamie Oyelaran"),
    ("name", "Client: Rio {}", "Marchetti"),
    ("handle", "her insta is {}", "mia_xo12"),
    ("handle", "posts as {} on TikTok", "@lil.mysha07"),
    ("link", "see {}", "https://www.instagram.com/mia_xo12"),
    ("address", "they moved to {}", "12 Acacia Avenue"),
    ("address", "she is at {}", "flat 3, Kestrel Court"),
    ("address", "placed at {}", "The Beeches children's home"),
    ("postcode", "he lives in {}", "zz99 3vz"),
    ("date-of-birth", "DOB {}", "12/03/2011"),
    ("date-of-birth", "he turns 16 on {}", "3 May"),
    ("name", "her son {} was never asked", "Kayden"),
    ("name", "her son {} was never asked", "kayden"),
    ("name", "{} (14) told us", "Aisha"),
    ("name", "the {} family have moved", "Oyelaran"),
    ("name", "{}'s daughter stopped coming", "Mrs Kowalczyk"),
    ("name", "a lad called {} comes to the gym", "Mo"),
    ("name", "we all worry about {}, his school excluded him", "Tyrone"),
    ("name", "the allegation against {}, the PE teacher", "Mr Dawes"),
    ("name", "C\u0327a va, {}, 15, told us", "Zoe\u0308"),
    ("name", "{} hasn't eaten since the weekend", "Saffron"),
    ("name", "{} told her teacher and ran", "Destiny"),
    ("name", "We let {} down when she turned eighteen", "Grace"),
    ("name", "{}, 13, has two phones", "Chance"),
    ("name", "Our eldest, {}, noticed it first", "Rosie"),
    ("name", "One of ours, {}, moved in March", "Sunniva"),
    ("name", "does anyone know where {} is living", "Nathaniel"),
    ("name", "{} came in without a coat", "Little Elsie"),
    ("name", "it took {} walking in by himself", "Marcus"),
    ("name", "{} isn't fine.", "Ruben"),
    ("name", "I know why {} was sent back there.", "Frankie"),
    ("name", "{} never got the letter", "Lowri"),
    ("name", "Whatever we call it, {} was sold.", "Demi"),
    ("name", "The girl I mentor is called {} and she waits.", "Efua"),
    ("name", "A thank you to the cabbie who took {} home.", "Ikram"),
    ("name", "Can somebody ring {} college?", "Paige's"),
    ("name", "My colleague says {} won't go home", "Tamsin"),
    ("initials", "{}, 15, was moved", "JT"),
    ("initials", "{} aged 13", "K.M."),
    ("initials", "child {} had six plans", "A.B."),
]

WHOLE = [
    "She is the only Somali girl in Year 9 at the academy.",
    "The lad who was stabbed outside the Spar on Friday had been to four of our services.",
    "The boy who lost his leg at the level crossing is 12 and back at school.",
    "That dad who runs the Turkish barber's next to the library has three girls.",
    "A 14 year old from Northfield Academy whose dad runs the chip shop told us.",
]

NOTHING = [
    "Dave the bus driver was thanked.",
    "Shirley, who has been a school nurse for years, retires.",
    "Maria, our interpreter, should be paid to prepare.",
    "Chelsea are playing at home that night.",
    "Victoria coach station does a night walk with us.",
    "Can somebody remind Nasreen about the room?",
    "Amanda is away until Monday, ask Rhodri.",
    "Ask for Angela is up in every bar.",
    "Hope is not a plan, and faith groups said so.",
    "Little Hulton and Kent asked us for the slides.",
    "We all thank Priya and Tom, who did well.",
    "Child LT's review was published in June.",
    "I did my placement in York in 1998.",
    "Carlene Firmin's work on context is what moved us.",
    "I'm covering for Jess this week.",
    "Sections 11.2.3 and 4.1.1.2 of the procedures",
    "In danger: 999. Otherwise 101, 0808 800 5000, 0800 1111, 0800 555 111 or 08000 121 700.",
    "Whistleblowing: 0800 028 0285. Our front door is 01632 960444.",
    "Meeting ID: 999 000 1234 Passcode: 123456",
    "Next board 12/03/2027, papers out 5/3.",
    "The A64, the M1 and the A1(M); LS8 and LS9; Year 9 and Room 12.",
    "LA, GP, YJ and DSL; CSE, 15 referrals; GPs (14 of them).",
    "Working Together 2026 and the 2026-27 budget of £123,456, up 12%.",
    "Thanks to Priya in licensing, and to Sgt Bell.",
    "Carlene Firmin's work, the Munro review and Lundy's model.",
    "In May we stop, in June we start; April (12), May (14).",
    "Barnardo's, St Giles, Jigsaw and the Children's Society.",
    "Leeds City Council meets at the Civic Centre, 1 High Street, Anytown ZZ99 9ZZ.",
    "Write to mash@anytown.gov.uk, see https://www.gov.uk/children/safeguarding/report-2026",
    "The young people, the family hub, the Somali mothers and the Traveller families.",
    "Kestrel House",
    "A pupil I've mentored said that a student rep can't say what MASH is. Mash, on Fridays.",
    "👍",
    "",
]


@pytest.mark.parametrize(("kind", "around", "identifier"), FOUND)
def test_an_identifier_is_found_where_it_stands(
    detect: Detect, kind: str, around: str, identifier: str
) -> None:
    text = around.format(identifier)
    findings = [each for each in detect(text) if each.kind == kind]
    assert findings, list(detect(text))
    start = text.index(identifier)
    touched = [f for f in findings if f.start < start + len(identifier) and start < f.end]
    assert touched
    assert touched[0].end <= start + len(identifier) + 2


@pytest.mark.parametrize("text", WHOLE)
def test_details_that_single_somebody_out_are_found_together(detect: Detect, text: str) -> None:
    assert [each.kind for each in detect(text)] == ["combination"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_identifies_nobody_passes(detect: Detect, text: str) -> None:
    assert list(detect(text)) == []


def test_a_list_under_headings_is_read_cell_by_cell(detect: Detect) -> None:
    text = "Name\tDOB\tNHS No\nTyler Marsh\t04/02/2011\t999 281 1234\nAva\ttbc\t-"
    found = [(each.kind, text[each.start : each.end]) for each in detect(text)]
    assert found == [
        ("name", "Tyler Marsh"),
        ("date-of-birth", "04/02/2011"),
        ("nhs-number", "999 281 1234"),
        ("name", "Ava"),
    ]


def test_a_list_of_colleagues_passes(detect: Detect) -> None:
    assert list(detect("Name\tRole\tOrganisation\nFarah\tChair\tICB\nSteve\tDeputy\tPolice")) == []


def test_a_check_digit_makes_certain_and_a_cue_alone_only_likely(detect: Detect) -> None:
    (right,), (wrong,) = detect("NHS 999 000 0018"), detect("NHS 999 000 0019")
    assert (right.certainty, wrong.certainty) == (Certainty.CERTAIN, Certainty.LIKELY)


def test_where_two_overlap_the_surer_stays(detect: Detect) -> None:
    text = "Kayden (14) from Northfield Academy was stabbed outside the Spar on Friday"
    (finding,) = detect(text)
    assert (finding.kind, text[finding.start : finding.end]) == ("name", "Kayden")
