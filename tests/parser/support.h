// What the parser's tests share: the first family compiled, the samples, and figures as lines of
// text that can be compared and read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/reader.h"
#include "schemas/report.h"

namespace tradereport::parser::test {

// The first bundled family, compiled once.
const Grammar& beijing();
// The second.
const Grammar& tourism();

// A reader of all bundled families, made once.
const Reader& reader();

// The whole file; fails the test if there is none.
std::string read_file(const std::filesystem::path& path);

// samples/<name>.
std::filesystem::path sample(std::string_view name);

// samples/beijing-goods-2024-05.txt, read once: the real report as text.
const std::string& may_2024_text();

// The report in these bytes. Fails the test and returns an empty report where there is none.
Report read(std::string_view bytes, const std::string& file = "test");

// One line a figure, tables first, then text, sorted:
//   "text,month,export,,1,电子设备,value,28.3,亿美元,28.3"
// the columns of figures.csv from `place` on, without the page.
std::vector<std::string> figure_lines(const Report& report);

// The claims that the first family's phrases find in a paragraph of a report for that month, with
// the rank in front where there is one, and what is wrong with the paragraph:
//   "month export 出口额 value 74.7; 1.ytd import 矿产品 growth -4.1 [lengths]"
std::string claims_of(const std::string& text, const Period& period,
                      const Grammar& grammar = beijing());

// A paragraph and what claims_of() must say of it.
struct Wording {
  const char* text;
  const char* claims;
};
void expect_claims(const std::vector<Wording>& wordings, const Period& period);

// The same of tests/truth/<name>/figures.csv, keyed by hand.
std::vector<std::string> truth_lines(std::string_view name);

// One line a row of the table, columns separated by blanks, "_" for a cell without figure or name:
//   "净出口额 -312.6 _ 16.3 -1500.6 _ -32.0"
std::vector<std::string> table_lines(const Report& report, std::string_view table);

// "missing row 进口额", "unknown_row 火星", "stale_period caption 2023-05": one a problem.
std::vector<std::string> problem_lines(const Report& report);

// The digits of the numerals that nothing accounts for.
std::vector<std::string> unread_numerals(const Report& report);

// All occurrences replaced.
std::string replaced(std::string text, std::string_view from, std::string_view to);

// The UTF-8 of one code point, and the code points of a text.
std::string utf8(char32_t c);
std::u32string code_points(std::string_view text);

// An empty folder of its own for each test, removed with it.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Runs a shell command; true if it succeeds.
bool run(const std::string& command);
// What a shell command prints.
std::string output_of(const std::string& command);
// 'text' for a shell.
std::string quoted(const std::filesystem::path& path);

}  // namespace tradereport::parser::test
