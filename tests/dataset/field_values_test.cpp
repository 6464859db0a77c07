#include "core/dataset/importers/field_values.h"

#include <gtest/gtest.h>

namespace luce {
namespace {

TEST(FieldValuesTest, NumbersAreReadStrictly) {
  EXPECT_EQ(parseNumber("0"), 0.0);
  EXPECT_EQ(parseNumber("-0.5"), -0.5);
  EXPECT_EQ(parseNumber("1e-3"), 1e-3);
  EXPECT_EQ(parseNumber("3.4e38"), 3.4e38);
  for (const char* text : {"", " 1", "1 ", "+1", "1,5", "0x10", "nan", "inf", "-inf", "1e39",
                           "1e999", "one", "1.0.0", "--1", "٣"}) {
    EXPECT_EQ(parseNumber(text), std::nullopt) << text;
  }
}

TEST(FieldValuesTest, WhatDoesNotFitIsToldFromWhatIsNoNumber) {
  for (const char* text : {"1e39", "-1e308", "1e999", "3.5e38"}) {
    EXPECT_TRUE(isTooLarge(text)) << text;
  }
  for (const char* text : {"", "1", "3.4e38", "nan", "inf", "1e39x", "one"}) {
    EXPECT_FALSE(isTooLarge(text)) << text;
  }
}

TEST(FieldValuesTest, CountsAreWholeNumbers) {
  EXPECT_EQ(parseCount("3"), 3);
  EXPECT_EQ(parseCount("3.0"), 3);
  EXPECT_EQ(parseCount("0"), 0);
  for (const char* text : {"", "-1", "1.5", "1e30", "nan"}) {
    EXPECT_EQ(parseCount(text), std::nullopt) << text;
  }
}

// Expected seconds from `date -u -d … +%s`.
TEST(FieldValuesTest, TimesAreSecondsOrIso8601) {
  EXPECT_EQ(parseTime("1574553663"), 1574553663.0);
  EXPECT_EQ(parseTime("-3.5"), -3.5);
  EXPECT_EQ(parseTime("2019-11-24"), 1574553600.0);
  EXPECT_EQ(parseTime("2019-11-24 00:01"), 1574553660.0);
  EXPECT_EQ(parseTime("2019-11-24T00:01:03Z"), 1574553663.0);
  EXPECT_EQ(parseTime("2019-11-24 00:01:03"), 1574553663.0);
  EXPECT_DOUBLE_EQ(*parseTime("2019-11-24 00:01:03.979311+00:00"), 1574553663.979311);
  EXPECT_EQ(parseTime("2019-11-24T09:01:03+09:00"), 1574553663.0);
  EXPECT_EQ(parseTime("2019-11-23T18:31:03-0530"), 1574553663.0);
  EXPECT_EQ(parseTime("2020-02-29"), 1582934400.0);
  EXPECT_EQ(parseTime("1969-12-31 23:59:59"), -1.0);
  for (const char* text :
       {"", "2019-02-29", "2019-13-01", "2019-11-24 24:00:00", "2019-11-24 00:60:00",
        "2019-11-24 00:00:61", "2019-11-24 00:01:03 ", "2019-11-24x", "24.11.2019",
        "2019-11-24 1:2", "1574553663979", "0000-01-01", "2019-11-24 00:01:03.", "tomorrow"}) {
    EXPECT_EQ(parseTime(text), std::nullopt) << text;
  }
}

TEST(FieldValuesTest, Utf8IsToldFromOtherBytes) {
  for (const char* text : {"", "plain", "Österreich", "日本語", "🎬", "\x7f"}) {
    EXPECT_TRUE(isUtf8(text)) << text;
  }
  // Latin-1, a lone continuation, a cut letter, "/" written too long, a surrogate, beyond Unicode.
  for (const char* text : {"\xd6sterreich", "\x80", "\xe6\x97", "\xc0\xaf", "\xed\xa0\x80",
                           "\xf4\x90\x80\x80", "\xff"}) {
    EXPECT_FALSE(isUtf8(text));
  }
}

TEST(FieldValuesTest, FieldsAreShownShortAndClean) {
  EXPECT_EQ(shown(""), "nothing");
  EXPECT_EQ(shown("a\nb\tc"), "a b c");
  EXPECT_EQ(shown(std::string(80, 'x')), std::string(60, 'x') + "…");
  EXPECT_EQ(shown("\xf6l"), "?l");
  const std::string umlauts = shown("x" + std::string("öööööööööööööööööööööööööööööööööööööö"));
  EXPECT_TRUE(isUtf8(umlauts));
}

}  // namespace
}  // namespace luce
