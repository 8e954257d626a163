// Families as bytes: what comes back is what was given, and nothing else is read.
#include "schemas/family_wire.h"

#include <gtest/gtest.h>

#include "tools/reading.h"

namespace tradereport {
namespace {

std::vector<Family> bundled() {
  std::vector<Family> families;
  for (const auto& [file, text] : bundled_families())
    families.push_back(*load_family(text, file).family);
  return families;
}

TEST(FamilyWire, ComesBack) {
  const std::string bytes = encode_families(bundled());
  const std::vector<Family> back = decode_families(bytes);
  ASSERT_EQ(back.size(), bundled_families().size());
  EXPECT_EQ(encode_families(back), bytes);
  const Family family = bundled().front();
  EXPECT_EQ(back[0].id, family.id);
  EXPECT_EQ(back[0].words, family.words);
  EXPECT_EQ(back[0].numbers, family.numbers);
  EXPECT_EQ(back[0].phrases.size(), family.phrases.size());
  EXPECT_EQ(back[0].phrases.back().say, family.phrases.back().say);
  EXPECT_EQ(back[0].tables.back().groups.back().ranked, family.tables.back().groups.back().ranked);
  EXPECT_EQ(back[0].relations.front().parts.size(), family.relations.front().parts.size());
}

TEST(FamilyWire, WhatIsCutOffIsRefused) {
  const std::string bytes = encode_families(bundled());
  for (std::size_t length = 0; length < bytes.size(); length += 97)
    EXPECT_THROW(decode_families(bytes.substr(0, length)), BadMessage) << length;
  EXPECT_THROW(decode_families(bytes + '\0'), BadMessage);
}

TEST(FamilyWire, TheProgramHasTheFamiliesOfTheFiles) {
  EXPECT_EQ(built_in_families().front().second, encode_families(bundled()));
}

}  // namespace
}  // namespace tradereport
