// The fields of a Word file: text that Word works out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tradereport::parser {

// Meets the parts of fields in their order: "begin", an instruction, "separate", the result, "end".
// Fields stand within fields.
class WordFields {
 public:
  // part: "begin", "separate" or "end".
  void meet(std::string_view part);
  void instruct(std::string_view text);

  // Is what stands here printed? The numbers of pages are no text of the report.
  bool shows_text() const;

  // " NUMPAGES \\* MERGEFORMAT " -> true
  static bool counts_pages(std::string_view instruction);

 private:
  struct Field {
    std::string instruction;
    bool result = false;
  };
  std::vector<Field> open_;
};

}  // namespace tradereport::parser
