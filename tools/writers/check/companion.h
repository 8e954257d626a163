// The lines of a report in a text file beside it, for places that can show text and no PDF.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "schemas/finding.h"
#include "schemas/report.h"

namespace tradereport::tools {

// A place in a text file: line and columns from 1, in code points; the end column stands behind the
// last one. No columns: the whole line.
struct TextPlace {
  int line = 1;
  int begin = 0;
  int end = 0;
};

// Of a text file, the place that the source itself names; else the first line.
TextPlace place_in_text(const Source& source);

class Companion {
 public:
  // Its lines with numerals, and those that the findings speak of, page by page. `name`: of the
  // file that text() will be written into.
  Companion(const Report& report, const std::vector<Finding>& findings, std::string name);

  const std::string& name() const { return name_; }
  std::string text() const;
  // Where the source stands in it; the head of its page if the line is not there.
  TextPlace place(const Source& source) const;
  // Forgets its lines; place() leads to the head of the page from now on.
  void keep_pages_alone();

 private:
  using Key = std::pair<int, std::string>;  // page and line

  void add(const Source& source);

  std::string name_;
  std::string title_;
  std::map<int, std::vector<std::string>> pages_;
  std::map<int, std::size_t> lengths_;  // of the pages, in lines
  std::map<Key, std::size_t> places_;   // index into the page's lines
};

// Whether a file that begins so is a companion, which may be overwritten.
bool is_companion(std::string_view start);

// The name of a report's companion: "drafts/may.pdf" -> "drafts/may.pdf.lines". It leads into no
// other folder than that it is put into: "../a.pdf" -> "a.pdf.lines".
std::string companion_name(const std::string& file);

}  // namespace tradereport::tools
