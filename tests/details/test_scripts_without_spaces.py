"""Figures of Japanese, Chinese, Korean, Thai and Arabic, read and held against English."""

from __future__ import annotations

import pytest

from tui.details import compare_sentences
from tui.details.arabic import plain, respelled
from tui.details.figures import find
from tui.details.values import Amount, CalendarDate, ClockTime
from tui.details.words import about_words
from tui.model import DetailKind, Relation


def values(text: str, lang: str) -> list[object]:
    """The values of a sentence's figures."""
    return [detail.value for detail in find(text, lang, None)]


@pytest.mark.parametrize(
    ("lang", "text", "minute"),
    [
        ("ja", "午後2時半に再開した", 870),
        ("ja", "午前0時15分ちょうど", 15),
        ("ja", "14時5分に到着した", 845),
        ("zh", "下午2点一刻恢复", 855),
        ("zh", "晚上10点关闭", 1320),
        ("ko", "오후 2시 30분에 재개됐다", 870),
        ("th", "เมื่อเวลา 14.30 น.", 870),
        ("th", "เริ่มเวลา 2 ทุ่ม", 1200),
        ("th", "ปิดบ่าย 2 โมง", 840),
        ("ar", "في الساعة 2:30 بعد الظهر", 870),
        ("ar", "في الساعة العاشرة والنصف مساءً", 1350),
    ],
)
def test_an_hour_is_read_with_the_half_of_the_day_it_lies_in(
    lang: str, text: str, minute: int
) -> None:
    assert values(text, lang) == [ClockTime(minute, minute)]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("ja", "9日に始まった", CalendarDate(day=9)),
        ("ja", "18日(火)に開く", CalendarDate(day=18, weekday=1)),
        ("ja", "令和6年5月3日に施行", CalendarDate(2024, 5, 3)),
        ("ja", "5月末に終わる", CalendarDate(month=5, span="late")),
        ("ja", "9日から11日まで続く", CalendarDate(day=9, last=CalendarDate(day=11))),
        ("zh", "13日起实施", CalendarDate(day=13)),
        ("zh", "9月11日星期四举行", CalendarDate(month=9, day=11, weekday=3)),
        ("ko", "지난 11일 시작됐다", CalendarDate(day=11)),
        ("ko", "내달 초 열린다", CalendarDate(relative="1 month", span="early")),
        ("th", "เมื่อวันที่ 12 มีนาคม 2567", CalendarDate(2024, 3, 12)),
        ("th", "ตั้งแต่ปี 2562", CalendarDate(2019)),
        ("ar", "في ١٢ آذار ٢٠٢٤", CalendarDate(2024, 3, 12)),
        ("ar", "بدأت في 5 كانون الثاني", CalendarDate(month=1, day=5)),
    ],
)
def test_a_date_is_read_by_its_signs(lang: str, text: str, day: CalendarDate) -> None:
    assert values(text, lang) == [day]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "安全が第一だ"),
        ("ja", "一部の区間で一時停止した"),
        ("zh", "十分重要的一些问题"),
        ("ko", "한국과 네이버"),
        ("th", "สามารถเดินทางได้"),
    ],
)
def test_the_sign_of_a_number_inside_a_word_is_none(lang: str, text: str) -> None:
    assert not values(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "least", "most"),
    [
        ("ja", "橋2本", 2, 2),
        ("ja", "三千五百万人", 35_000_000, 35_000_000),
        ("ja", "30人以上", 30, None),
        ("zh", "三座桥", 3, 3),
        ("zh", "300多人", 300, None),
        ("ko", "다섯 곳", 5, 5),
        ("ko", "4억 5천만 명", 450_000_000, 450_000_000),
        ("ko", "30명 이상", 30, None),
        ("th", "ยี่สิบคน", 20, 20),
        ("th", "3 ล้านคน", 3_000_000, 3_000_000),
        ("ar", "ثلاثة وعشرون شخصا", 23, 23),
        ("ar", "وتضرر جسران", 2, 2),
    ],
)
def test_a_number_is_read_before_what_counts(
    lang: str, text: str, least: int, most: int | None
) -> None:
    assert values(text, lang) == [Amount(least, most)]


@pytest.mark.parametrize(
    ("lang", "text", "hundredths"),
    [
        ("ja", "3割", 30),
        ("ja", "5分の1", 20),
        ("zh", "百分之三十", 30),
        ("zh", "三成", 30),
        ("ko", "4분의 1", 25),
        ("th", "ร้อยละ 20", 20),
        ("ar", "15 في المئة", 15),
    ],
)
def test_a_share_is_read_however_it_is_told(lang: str, text: str, hundredths: int) -> None:
    assert values(text, lang) == [Amount(hundredths, hundredths, "%")]


def test_lengths_of_time_are_no_days_of_a_month() -> None:
    for lang, text in (("ja", "3日間続いた"), ("ko", "3일간 이어졌다"), ("zh", "持续3天")):
        (value,) = values(text, lang)
        assert value == Amount(259_200, 259_200, "s"), text


ENGLISH = "Two bridges were damaged at 2:30 p.m. and 320 people spent the night in 14 shelters."


@pytest.mark.parametrize(
    ("lang", "same", "other"),
    [
        (
            "ja",
            "午後2時半に橋2本が損傷し、320人が14カ所の避難所で夜を明かした。",
            "午後3時半に橋2本が損傷し、320人が14カ所の避難所で夜を明かした。",
        ),
        (
            "zh",
            "下午2点半两座桥受损,320人在14个避难所过夜。",
            "下午2点半三座桥受损,320人在14个避难所过夜。",
        ),
        (
            "ko",
            "오후 2시 30분 다리 두 개가 파손됐고 320명이 대피소 14곳에서 밤을 보냈다.",
            "오후 2시 30분 다리 두 개가 파손됐고 320명이 대피소 12곳에서 밤을 보냈다.",
        ),
        (
            "th",
            "สะพานสองแห่งเสียหายเมื่อเวลา 14.30 น. และ 320 คนพักค้างคืนในที่พัก 14 แห่ง",
            "สะพานสองแห่งเสียหายเมื่อเวลา 15.30 น. และ 320 คนพักค้างคืนในที่พัก 14 แห่ง",
        ),
        (
            "ar",
            "تضرر جسران في الساعة 2:30 بعد الظهر وقضى 320 شخصا ليلتهم في 14 مركز إيواء.",
            "تضرر جسران في الساعة 2:30 بعد الظهر وقضى 230 شخصا ليلتهم في 14 مركز إيواء.",
        ),
    ],
)
def test_only_the_figure_that_differs_is_a_conflict(lang: str, same: str, other: str) -> None:
    def differing(text: str) -> list[Relation]:
        found = compare_sentences(ENGLISH, text, lang_a="en", lang_b=lang)
        return [d.relation for d in found if d.relation is not Relation.AGREES]

    assert Relation.CONFLICTS not in differing(same)
    assert not {Relation.ONLY_A, Relation.ONLY_B} & set(differing(same))
    assert differing(other).count(Relation.CONFLICTS) == 1


def test_what_rose_here_and_fell_there_conflicts() -> None:
    english = "Ticket sales had risen by 20 percent last year."
    for korean, conflicts in (
        ("지난해 승차권 판매는 20% 늘었다.", False),
        ("지난해 승차권 판매는 20% 줄었다.", True),
    ):
        found = compare_sentences(english, korean, lang_a="en", lang_b="ko")
        told = {d.kind for d in found if d.relation is Relation.CONFLICTS}
        assert (DetailKind.NEGATION in told) is conflicts


def test_an_arabic_word_is_looked_up_without_signs_and_its_and() -> None:
    assert plain("صَباحًا") == plain("صباحا")
    assert plain("وقال") == plain("قال")
    assert plain("ولم") == plain("لم")
    assert plain("واحد") != plain("احد")
    assert respelled({"أمس": ["وقال أحمد"], "en": [1]}) == {"امس": ["قال احمد"], "en": [1]}


def test_signs_of_scripts_without_spaces_are_parts_of_words() -> None:
    assert about_words("捜査に全面的に協力する") < 8
    assert 3 < about_words("เราจะให้ความร่วมมืออย่างเต็มที่") < 9
    assert about_words("We will cooperate fully") == 4


@pytest.mark.parametrize(
    ("lang", "speech"),
    [
        ("ja", "首相は「皆さんを見捨てない」と語った。"),
        ("zh", "他说:“我们不会丢下你们。”"),
        ("ko", '그는 "여러분을 홀로 두지 않겠다"고 말했다.'),
        ("th", 'เขากล่าวว่า "เราจะไม่ทอดทิ้งพวกคุณ"'),
    ],
)
def test_a_denial_that_is_an_ending_does_not_turn_a_speech(lang: str, speech: str) -> None:
    found = compare_sentences("„Wir bleiben bei euch“, sagte er.", speech, lang_a="de", lang_b=lang)
    assert Relation.CONFLICTS not in {d.relation for d in found}


def test_the_halves_of_a_speech_given_as_one_are_not_only_in_one_report() -> None:
    english = '"We apologise deeply," she said. "Safety must come first."'
    japanese = "彼女は「深くおわび申し上げます。安全が第一でなければなりません」と述べた。"
    found = compare_sentences(english, japanese, lang_a="en", lang_b="ja")
    told = [d.relation for d in found if d.kind is DetailKind.QUOTATION]
    assert Relation.ONLY_A not in told


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "لقي 95 شخصا على الأقل حتفهم"),
        ("ja", "95人以上が死亡した"),
        ("ko", "95명 이상 숨졌다"),
    ],
)
def test_a_limit_may_stand_behind_what_is_counted(lang: str, text: str) -> None:
    assert values(text, lang) == [Amount(95, None)]


@pytest.mark.parametrize(
    ("lang", "text", "relation"),
    [
        ("ja", "320人が夜を過ごした", Relation.AGREES),
        ("ko", "320명이 밤을 보냈다", Relation.AGREES),
        ("zh", "320人过了一晚上", Relation.IMPRECISE),
    ],
)
def test_parts_of_a_day_that_languages_bound_otherwise_are_one(
    lang: str, text: str, relation: Relation
) -> None:
    found = compare_sentences("320 people spent the night there.", text, lang_a="en", lang_b=lang)
    assert [d.relation for d in found if d.kind is DetailKind.TIME] == [relation]
