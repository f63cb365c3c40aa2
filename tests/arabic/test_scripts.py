"""Names in scripts beyond Arabic, Latin and Cyrillic: how they are read, what is glued to them, how near two sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sco_reader.arabic.endings import stems, words_apart
from sco_reader.arabic.fold import fold
from sco_reader.arabic.likesound import closeness, coarse, coarse_latin
from sco_reader.arabic.scripts import is_other, romanised


@pytest.mark.parametrize(("word", "latin"), [
    ("トカエフ", "tokaeFu"), ("ティモール", "timoru"), ("푸틴", "putin"), ("மோடி", "moti"), ("ஷெரீஃப்", "sherif"), ("शरीफ़", "sharif"),
    ("ਸਿੰਘ", "singh"), ("වික්රමසිංහ", "vikrmsingh"), ("ജിൻപിങ്", "jinping"), ("Ερντογάν", "erDogan"), ("מודי", "mWdi"),
])  # fmt: skip
def test_a_word_is_put_into_latin_letters_as_its_script_is_read(word, latin):
    assert romanised(word) == latin


@pytest.mark.parametrize(("word", "name", "other"), [
    ("ウィクラマシンハ", "wickremesinghe", "wickremanayake"), ("プーチン", "putin", "patil"), ("나자르바예프", "nazarbayev", "nazarov"),
    ("விக்கிரமசிங்க", "wickremesinghe", "wickremanayake"), ("ജിൻപിങ്", "jinping", "jintao"), ("Λουκασένκο", "lukashenko", "likhachev"),
])  # fmt: skip
def test_a_name_shares_its_consonants_with_the_one_meant_and_is_nearest_to_it(word, name, other):
    read = romanised(word)

    assert coarse(read) & coarse_latin(name)
    assert closeness(read, name) > 0.75 > closeness(read, other)


@pytest.mark.parametrize(("word", "bare"), [
    ("ஜின்பிங்கிற்கு", "ஜின்பிங்க"), ("পুতিনের", "পুতিন"), ("प्रचण्डले", "प्रचण्ड"), ("რუსეთის", "რუსეთი"), ("Բաքվում", "Բաքու"), ("푸틴은", "푸틴"),
    ("בטיאנגין", "טיאנגין"),
])  # fmt: skip
def test_what_a_script_glues_to_a_name_is_taken_off(word, bare):
    assert bare in stems(word)


def test_words_are_parted_where_kana_meets_chinese_characters_or_a_title_stands_without_a_space():
    assert words_apart("カザフスタンのトカエフ大統領") == "カザフスタン トカエフ 大統領"
    assert words_apart("ประธานาธิบดีสี จิ้นผิง") == "ประธานาธิบดี สี จิ้นผิง"
    assert words_apart("توكاييف") == "توكاييف"


def test_vowel_signs_and_voicing_tell_words_apart_but_a_nukta_or_the_length_of_a_vowel_does_not():
    assert fold("मोदी") != fold("मादा")
    assert fold("バトトルガ") != fold("ハトトルガ")
    assert fold("नज़रबायेव") == fold("नजरबायेव")
    assert fold("पुतीन") == fold("पुतिन")
    assert fold("মোদী") == fold("মোদি")


@given(st.text())
def test_whatever_is_typed_can_be_read(text):
    if is_other(text):
        for word in words_apart(text).split():
            assert 0.0 <= closeness(romanised(word), "putin") <= 1.0
            assert all(len(stem) < len(word) + 1 for stem in stems(word) if stem)
