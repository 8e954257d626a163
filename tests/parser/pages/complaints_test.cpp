// What Poppler complains of, and what of that is damage.
#include "parser/pages/complaints.h"

#include <gtest/gtest.h>

#include <string>

namespace tradereport::parser {
namespace {

TEST(Complaints, WhatTextConsistsOfIsDamaged) {
  for (const char* const message : {
           "poppler/error: xref num 12 not found but needed, try to reconstruct",
           "poppler/error: Couldn't find trailer dictionary",
           "poppler/error: Invalid XRef entry 3",
           "poppler/error (812): Illegal character <7b> in hex string",
           "poppler/error (17): Illegal character '>'",
           "poppler/error (90): Dictionary key must be a name object",
           "poppler/error (90): End of file inside array",
           "poppler/error (812): Missing 'endstream' or incorrect stream length",
           "poppler/error (812): Bad block header in flate stream",
           "poppler/error (20): Unknown operator 'T8'",
           "poppler/error (20): Too few (0) args to 'Tf' operator",
           "poppler/error (20): Arg #0 to 'Tj' operator is wrong type (name)",
           "poppler/error (20): Element of show/space array must be number or string",
           "poppler/error: Weird page contents",
           "poppler/error: Page count in top-level pages object is incorrect",
           "poppler/error: Unknown font tag 'F4'",
           "poppler/error (33): No font in show/space",
           "poppler/error (33): XObject 'X1' is unknown",
           "poppler/error: Illegal entry in ToUnicode CMap",
       })
    EXPECT_EQ(meaning_of(message), Complaint::text_may_miss) << message;
}

// Intact files of many producers cause these.
TEST(Complaints, OthersAreHarmless) {
  for (const char* const message : {
           "poppler/error: Invalid Font Weight",
           "poppler/error: Mismatch between font type and embedded font file",
           "poppler/error: Embedded font file may be invalid",
           "poppler/error: Substituting font 'Helvetica' for 'Arial'",
           "poppler/error: Illegal entry in bfrange block in ToUnicode CMap",
           "poppler/error: Bad color space - expected name or array or dict",
           "poppler/error: read ICCBased color space profile error",
           "poppler/error: Bad DCT header",
           "poppler/error: Bad bits 0a14 in CCITTFax stream",
           "poppler/error: Badly formatted number",
           "poppler/error: No current point in lineto",
           "poppler/error: Restoring state when no valid states to pop",
           "poppler/error: Mismatched EMC operator",
           "poppler/error: ExtGState 'GS1' is unknown",
           "poppler/error: Page annotations object (page 1) is wrong type (null)",
           "poppler/error: Main Xref offset in linearization table is invalid",
           "poppler/error: Couldn't find group for reference",
       })
    EXPECT_EQ(meaning_of(message), Complaint::harmless) << message;
}

TEST(Complaints, MissingMapsAreOfTheSystem) {
  EXPECT_EQ(meaning_of("poppler/error: Missing language pack for 'Adobe-GB1' mapping"),
            Complaint::map_missing);
  EXPECT_EQ(meaning_of("poppler/error: Unknown CMap 'X' for character collection 'Y'"),
            Complaint::map_missing);
}

}  // namespace
}  // namespace tradereport::parser
