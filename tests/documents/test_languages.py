"""Texts -> their language, and the lines of an English text that are in another one."""

from __future__ import annotations

import pytest

from standpoint.documents.languages import LanguageReader, normalise_language

EN = "The foreign minister said on Friday that the talks would go on and that both sides had kept their word."
RU = "Министр иностранных дел заявил в пятницу, что переговоры продолжатся и обе стороны сдержали слово."
FR = (
    "Le ministre des Affaires étrangères a déclaré vendredi que les pourparlers se poursuivraient et que les deux "
    "parties avaient tenu parole, malgré les difficultés rencontrées au cours de la semaine passée."
)
DE = "Der Außenminister erklärte am Freitag, die Gespräche würden fortgesetzt, und beide Seiten hätten Wort gehalten."
TR = "Dışişleri Bakanı cuma günü yaptığı açıklamada görüşmelerin süreceğini ve iki tarafın da sözünü tuttu."
HY = "Արտաքին գործերի նախարարը ուրբաթ օրը հայտարարեց, որ բանակցությունները կշարունակվեն։"
AZ = "Xarici işlər naziri cümə günü bildirib ki, danışıqlar davam edəcək və hər iki tərəf öz sözünü tutub."
AR = "قال وزير الخارجية يوم الجمعة إن المحادثات ستستمر وإن الطرفين أوفيا بوعدهما في الأيام الماضية."
ZH = "外交部长星期五表示，会谈将继续进行，双方都遵守了诺言，下周将在首都举行新一轮谈判。"
ES = "El ministro de Exteriores dijo el viernes que las conversaciones continuarán y que ambas partes han cumplido."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (EN, "en"),
        (RU, "ru"),
        (FR, "fr"),
        (DE, "de"),
        (TR, "tr"),
        (HY, "hy"),
        (AZ, "az"),
        (AR, "ar"),
        (ZH, "zh"),
        (ES, "es"),
        ("The minister said no.", "en"),
        ("Ceasefire agreed after talks", "en"),
        ("Iran, E3 to meet in Istanbul", "en"),
        (f"{EN}\n\nTheir names: Иван Петров.", "en"),
        (f"{EN}\n\n{EN}\n\n{RU}", "en"),
        (f"{RU}\n\n{RU}\n\n{EN}", "ru"),
        (f"{FR}\n\n{FR}\n\n{FR}", "fr"),
        ("OK", None),
        ("Norland: Midhaven", None),
        ("12345 67890 2031-05-03", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert LanguageReader().read(text).language == language


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (f"{EN}\n\n{EN}", []),
        (f"{EN}\n\n{RU}\n\n{EN}", [(RU, "written in ru")]),
        (f"{EN}\n\n{EN}\n\n{FR}", [(FR, "written in fr")]),
        (f"{EN}\r\n\r\n{EN}\r\n{AR}\r\n", [(AR, "written in ar")]),
        (f"{EN}\n\nСпасибо.", []),  # too short to be sure
        (f"{EN}\n\nHe quoted the phrase «Министр иностранных дел» to the reporters in the hall of the palace.", []),
        (f"{EN}\n\n{EN}\n\nPresent: " + ", ".join(["Jan de Vries", "Ole Nordmann", "Anna Reed"] * 8), []),  # names
    ],
)
def test_lines_in_another_language_are_marked(text: str, others: list[tuple[str, str]]) -> None:
    told = LanguageReader().read(text)
    assert told.language == "en"
    assert [(o.span.of(text), o.reason) for o in told.others] == others


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("en", "en"),
        ("EN-gb", "en"),
        ("en_US", "en"),
        ("eng", "en"),
        ("rus", "ru"),
        ("nb-NO", "no"),
        ("nn", "no"),
        ("English", None),
        ("", None),
        (None, None),
        ("x", None),
    ],
)
def test_normalise_language(code: str | None, language: str | None) -> None:
    assert normalise_language(code) == language
