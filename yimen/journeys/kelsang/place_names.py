"""Invented names for the invented town's places, made of words for meadow, valley, water and rock.

No religious place is among them, and no real town's list was copied. Tibetan spellings are drafts.
"""

Named = tuple[str, str, str]  # Chinese, English, Tibetan, without the word for the level

TOWN: Named = ("格桑", "Kelsang", "སྐལ་བཟང")

#: The first is the seat of the town. What stands in one line belongs together: the township, then its villages.
TOWNSHIPS: tuple[tuple[Named, tuple[Named, ...]], ...] = (
    (
        ("那吾", "Nawu", "སྣ་བོ"),
        (
            ("玉龙", "Yulung", "གཡུ་ལུང"),
            ("甲塘", "Gyathang", "རྒྱ་ཐང"),
            ("达塘", "Tathang", "རྟ་ཐང"),
            ("尼岗", "Nyigang", "ཉི་སྒང"),
            ("曲郭", "Chugo", "ཆུ་མགོ"),
            ("龙多", "Lungdo", "ལུང་མདོ"),
            ("夏岗", "Shargang", "ཤར་སྒང"),
            ("江雄", "Changshong", "ལྕང་གཤོང"),
        ),
    ),
    (
        ("唐嘎", "Thangkar", "ཐང་དཀར"),
        (
            ("鲁塘", "Lukthang", "ལུག་ཐང"),
            ("嘎日", "Kari", "དཀར་རི"),
            ("玛日", "Mari", "དམར་རི"),
            ("恩塘", "Ngothang", "སྔོ་ཐང"),
            ("卡龙", "Khalung", "ཁ་ལུང"),
        ),
    ),
    (
        ("曲玛", "Chumar", "ཆུ་དམར"),
        (
            ("曲多", "Chudo", "ཆུ་མདོ"),
            ("玉措", "Yutso", "གཡུ་མཚོ"),
            ("措卡", "Tsokha", "མཚོ་ཁ"),
            ("措岗", "Tsogang", "མཚོ་སྒང"),
            ("恩措", "Ngotso", "སྔོ་མཚོ"),
        ),
    ),
    (
        ("恰龙", "Chaklung", "ལྕགས་ལུང"),
        (
            ("桑龙", "Zanglung", "ཟངས་ལུང"),
            ("桑塘", "Zangthang", "ཟངས་ཐང"),
            ("扎玛", "Drakmar", "བྲག་དམར"),
            ("扎郭", "Drakgo", "བྲག་མགོ"),
            ("达隆", "Talung", "རྟ་ལུང"),
        ),
    ),
    (
        ("雄麦", "Shongme", "གཤོང་སྨད"),
        (
            ("贡雄", "Gongshong", "གོང་གཤོང"),
            ("奥雄", "Okshong", "འོག་གཤོང"),
            ("巴雄", "Barshong", "བར་གཤོང"),
            ("拉雄", "Lashong", "ལ་གཤོང"),
        ),
    ),
    (
        ("赛塘", "Serthang", "གསེར་ཐང"),
        (
            ("赛龙", "Serlung", "སེར་ལུང"),
            ("赛措", "Sertso", "གསེར་མཚོ"),
            ("尼塘", "Nyithang", "ཉི་ཐང"),
            ("多塘", "Tothang", "སྟོད་ཐང"),
        ),
    ),
    (
        ("岗郭", "Ganggo", "སྒང་མགོ"),
        (
            ("洛岗", "Lhogang", "ལྷོ་སྒང"),
            ("努岗", "Nupgang", "ནུབ་སྒང"),
            ("拉郭", "Lago", "ལ་མགོ"),
            ("雅塘", "Yakthang", "གཡག་ཐང"),
        ),
    ),
    (
        ("多雄", "Doshong", "མདོ་གཤོང"),
        (
            ("麦塘", "Methang", "སྨད་ཐང"),
            ("夏龙", "Shalung", "ཤྭ་ལུང"),
            ("强龙", "Janglung", "བྱང་ལུང"),
            ("卡塘", "Khathang", "ཁ་ཐང"),
        ),
    ),
    (
        ("纳龙", "Naklung", "ནགས་ལུང"),
        (
            ("纳郭", "Nakgo", "ནགས་མགོ"),
            ("纳雄", "Nakshong", "ནགས་གཤོང"),
            ("兴嘎", "Zhingkar", "ཞིང་དཀར"),
            ("兴郭", "Zhinggo", "ཞིང་མགོ"),
        ),
    ),
    (
        ("邦嘎", "Bangkar", "སྤང་དཀར"),
        (
            ("邦多", "Bangdo", "སྤང་མདོ"),
            ("邦龙", "Banglung", "སྤང་ལུང"),
            ("梅朵塘", "Metokthang", "མེ་ཏོག་ཐང"),
            ("卓塘", "Drokthang", "འབྲོག་ཐང"),
        ),
    ),
)

_TIBETAN_DIGITS = str.maketrans("0123456789", "༠༡༢༣༤༥༦༧༨༩")
_KINDS = {  # the word for the level; English says it only where it is needed
    "town": ("市", "", "གྲོང་ཁྱེར"),
    "seat": ("镇", "", "གྲོང་རྡལ"),
    "township": ("乡", "", "ཡུལ་ཚོ"),
    "village": ("村", "", "གྲོང་ཚོ"),
}


def in_languages(named: Named, kind: str) -> dict[str, str]:
    """The full name: 那吾镇, Nawu, སྣ་བོ་གྲོང་རྡལ."""
    word = _KINDS[kind]
    return {"zh-hans": named[0] + word[0], "en": named[1] + word[1], "bo": f"{named[2]}་{word[2]}"}


def of_area(village: Named, number: int) -> dict[str, str]:
    """A service area has its village's name and a number: 那吾第3片区."""
    digits = str(number).translate(_TIBETAN_DIGITS)
    return {
        "zh-hans": f"{village[0]}第{number}片区",
        "en": f"{village[1]} area {number}",
        "bo": f"{village[2]}་ཞབས་ཞུའི་ཁུལ་{digits}",
    }
