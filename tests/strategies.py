"""Texts and dates as Hypothesis draws them."""

from hypothesis import strategies as st

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةـًٌٍَُِّْٱپچژگڤ٠١٢"
CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

arabic_text = st.text(alphabet=ARABIC + " ", max_size=40)
mixed_text = st.text(alphabet=ARABIC + CONTROLS + "abcXYZ 0123456789()[]«»-–/.,", max_size=60)
edtf_text = st.builds(
    lambda day, level, mark: day.isoformat()[: {"year": 4, "month": 7, "day": 10}[level]] + mark,
    st.dates(min_value=__import__("datetime").date(1990, 1, 1), max_value=__import__("datetime").date(2030, 12, 31)),
    st.sampled_from(["year", "month", "day"]),
    st.sampled_from(["", "~", "?"]),
)
