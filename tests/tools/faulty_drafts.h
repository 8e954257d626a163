// Drafts with an error or two, made from a sample: tests/golden/drafts/drafts.toml.
#pragma once

#include <string>
#include <vector>

namespace tradereport::tools::test {

struct FaultyDraft {
  std::string name;
  std::string text;
};

// In the order of their names; the sample put right, which has no finding, is "base". Throws where
// an edit does not fit the sample.
std::vector<FaultyDraft> faulty_drafts();

}  // namespace tradereport::tools::test
