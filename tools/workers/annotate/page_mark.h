// What is to be marked on the pages of a PDF.
#pragma once

#include <string>
#include <vector>

#include "schemas/report.h"

namespace tradereport::tools {

// A place on a page with a note for people. Places that several findings speak of are one mark.
struct PageMark {
  // Each has a colour of its own; the last is what a place gets that is several of them.
  enum class Kind {
    evidence,  // what a finding rests on
    note,
    warning,
    open,   // one of several figures of which one is wrong, and nothing tells which
    error,  // wrong
  };
  Kind kind = Kind::evidence;
  int page = 1;            // from 1
  std::vector<Box> boxes;  // as Source::boxes; empty: it is about the page, or about all of them
  std::string title;       // who says so: "tradereport M01"
  std::string text;        // the note; UTF-8, lines end with "\n"

  friend bool operator==(const PageMark&, const PageMark&) = default;
};

}  // namespace tradereport::tools
