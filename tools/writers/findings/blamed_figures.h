// Which figures findings take for wrong.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schemas/finding.h"

namespace tradereport::tools {

// A figure that a finding says may be the wrong one.
struct FigureBlame {
  const Finding* finding = nullptr;
  const Candidate* candidate = nullptr;  // one of the finding's
};

// Looked up by figure. A finding blames what its first explanation says is wrong; where its
// certainty is undetermined, it blames all of its candidates. A word that is wrong (上升 for 下降)
// is blamed with the figure that it speaks of.
class BlamedFigures {
 public:
  // `file`: of the report that the finding is in. The finding must outlive this.
  void add(const std::string& file, const Finding& finding);

  // What others blame of the file.
  void add(const BlamedFigures& others, const std::string& file);

  // In the order in which they were added.
  std::vector<FigureBlame> of(const std::string& file, const Figure& figure) const;
  std::vector<FigureBlame> of(const std::string& file, const Claim& claim) const;

 private:
  std::vector<FigureBlame> find(const std::string& file, const Figure& figure,
                                const Source* word) const;

  std::map<std::string, std::vector<FigureBlame>> by_file_;
};

// "0123456789abcdef proved;fedcba9876543210 undetermined": fingerprints with their certainty.
std::string blame_text(const std::vector<FigureBlame>& blames);

}  // namespace tradereport::tools
