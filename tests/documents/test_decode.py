"""Bytes -> text: encodings as they are met in files of press releases, transcripts and saved pages."""

from __future__ import annotations

import pytest

from standpoint.documents.decode import decode_bytes
from standpoint.documents.options import RefusedError

ENGLISH = "The minister said “no” — and left.\nTalks go on in Malmö.\n"
RUSSIAN = "Министр заявил, что переговоры продолжатся в пятницу, и стороны вернутся к тексту договора.\n" * 3
POLISH = (
    "Minister powiedział, że rozmowy będą trwać, a strony wrócą do tekstu porozumienia w piątek. Żaden głos.\n" * 3
)
CZECH = "Ministr řekl, že rozhovory budou pokračovat a obě strany se v pátek vrátí k textu dohody. Žádný hlas.\n" * 3
TURKISH = "Dışişleri Bakanı cuma günü görüşmelerin süreceğini ve iki tarafın da sözünü tuttuğunu söyledi.\n" * 3
GREEK = "Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν την Παρασκευή και τα μέρη θα επιστρέψουν.\n" * 3
ARABIC = "قال الوزير إن المحادثات ستستمر يوم الجمعة وإن الطرفين سيعودان إلى نص الاتفاق.\n" * 3


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Plain.\nTwo.\n", "Plain.\nTwo.\n"),
        (b"Line ends\r\nof Windows\r\n", "Line ends\r\nof Windows\r\n"),
        (b"Old\rMac\r", "Old\rMac\r"),
        (b"mixed\r\nends\nhere\r", "mixed\r\nends\nhere\r"),
        (b"  leading and trailing  \n\n", "  leading and trailing  \n\n"),
        (b"form\ffeed\tand tab", "form\ffeed\tand tab"),
        (b"a DOS end of file\r\n\x1a", "a DOS end of file\r\n\x1a"),
        (ENGLISH.encode(), ENGLISH),
        (b"\xef\xbb\xbf" + ENGLISH.encode(), ENGLISH),
        (ENGLISH.encode("utf-16"), ENGLISH),
        (b"\xfe\xff" + ENGLISH.encode("utf-16-be"), ENGLISH),
        (ENGLISH.encode("utf-32"), ENGLISH),
        (ENGLISH.encode("utf-16-le"), ENGLISH),
        (ENGLISH.encode("utf-16-be"), ENGLISH),
        (RUSSIAN.encode("utf-16"), RUSSIAN),
        (RUSSIAN.encode("utf-16-le"), RUSSIAN),
        (ENGLISH.encode("cp1252"), ENGLISH),
        ("Café talks: naïve, said Müller.".encode("latin-1"), "Café talks: naïve, said Müller."),
        ("A £5 million § 9 clause".encode("latin-1"), "A £5 million § 9 clause"),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        (RUSSIAN.encode("koi8-r"), RUSSIAN),
        (POLISH.encode("cp1250"), POLISH),
        (POLISH.encode("iso8859-2"), POLISH),
        (CZECH.encode("cp1250"), CZECH),
        (TURKISH.encode("cp1254"), TURKISH),
        ("Erdoğan, said Şener İpek, would not sign.".encode("cp1254"), "Erdoğan, said Şener İpek, would not sign."),
        ("Kovačević and Đukić did not sign.".encode("cp1250"), "Kovačević and Đukić did not sign."),
        ("Müller, Núñez, François and Håkon met.".encode("cp1252"), "Müller, Núñez, François and Håkon met."),
        (GREEK.encode("cp1253"), GREEK),
        (ARABIC.encode("cp1256"), ARABIC),
        ("Emoji 😀 and beyond 𝒜".encode(), "Emoji 😀 and beyond 𝒜"),
    ],
)
def test_decodes(data: bytes, text: str) -> None:
    assert decode_bytes(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xef\xbb\xbf  \n", "empty"),
        ("\u00a0\u200b\n".encode(), "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "zip archive or an office document"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, "office document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xff\xd8\xff\xe0\x00", "JPEG"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"text with a NUL \x00 inside", "NUL byte at 16"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x01\x02\x03\x04\x05\x06 and so on", "control characters"),
        ("Größe, Straße, Überführung, Äußerung – “so”".encode() + b" and \xff then", "damaged UTF-8"),
        (ENGLISH.encode("utf-16") + b"\x00", "utf-16 but breaks it"),
        ("nul as UTF-16: \x00.".encode("utf-16"), "NUL character"),
    ],
)
def test_refuses(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedError) as caught:
        decode_bytes(data)
    assert reason in caught.value.reason
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"\xef\xf0\xe8", "cp1251", "при"),
        (b"\xef\xbb\xbfabc", "utf-8", "abc"),
        (b"\xff\xfea\x00", "utf-16-le", "a"),
        ("déjà".encode("latin-1"), "latin-1", "déjà"),
    ],
)
def test_the_callers_encoding_is_not_doubted(data: bytes, encoding: str, text: str) -> None:
    assert decode_bytes(data, encoding=encoding) == text


def test_the_callers_encoding_may_not_fit() -> None:
    with pytest.raises(RefusedError, match="no ascii at byte 3, as --encoding asks"):
        decode_bytes("abcé".encode(), encoding="ascii")


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("Привет".encode("cp1251"), "windows-1251", "Привет"),
        ("Привет".encode(), "windows-1251", "Привет"),  # what is UTF-8 is UTF-8, whatever the server says
        ("naïve".encode("latin-1"), "no-such-code", "naïve"),
    ],
)
def test_a_declared_encoding_is_used_where_it_fits(data: bytes, declared: str, text: str) -> None:
    assert decode_bytes(data, declared=declared) == text


def test_one_enormous_line_is_decoded() -> None:
    data = b"word " * 900_000
    assert len(decode_bytes(data)) == len(data)
