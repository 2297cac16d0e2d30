"""Russian text layers that say Latin letters for Cyrillic ones: «Ijbdza» for «Приказ».

Some programs write no table of what the glyphs of a font mean. PDFium then takes the number of a glyph for a letter.
In the usual fonts (Arial, Times New Roman) Cyrillic letters have the numbers 0x23A and on, of which a byte is left, and
punctuation and digits lie 29 below their code.
"""

from __future__ import annotations

from typing import Final

from intake.encodings import worth

TO_CYRILLIC: Final = 0x410 - 0x3A
TO_ASCII: Final = 29
MEANT: Final = {code: code + TO_CYRILLIC for code in range(0x3A, 0x7A)} | {
    code: code + TO_ASCII for code in range(0x03, 0x20) if chr(code) not in "\r\n"
}
RUSSIAN: Final = (
    0.62  # is between what Russian letters are worth, 0.76, and what English ones mistaken for them are, 0.46
)
ENOUGH: Final = 100  # letters that tell


def mended(texts: list[str]) -> list[str]:
    """The lines of a page, in Cyrillic letters if that is what was meant by Latin ones."""
    whole = "".join(texts)
    letters = "".join(character for character in whole if 0x3A <= ord(character) < 0x7A)
    if len(letters) < max(ENOUGH, len(whole) / 2) or worth(letters.translate(MEANT).lower()) < RUSSIAN:
        return texts
    return [text.translate(MEANT) for text in texts]
