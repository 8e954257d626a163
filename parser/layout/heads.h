// The head of a table and the groups within it: what their words say of the columns and rows below.
#pragma once

#include <string_view>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/layout/layout.h"

namespace tradereport::parser {

// Is this the name of one of the rows that the table always has?
bool is_fixed_row(const TableForm& form, const NameIndex::Reading& reading);

// What a text in a table's head says.
struct HeadWords {
  bool only_heads = false;  // nothing but words of heads, units, brackets
  bool only_names = false;  // nothing but units, brackets, heads of label columns: may also be the
                            // end of a row's name
  bool month = false;
  bool ytd = false;
};

HeadWords read_head(const Grammar& grammar, std::string_view text);

// A stretch of a head's text: a unit or a word that the family's heads know, or what lies between
// such words, which no one explains.
struct HeadPart {
  TextRange at;
  const HeadForm* form = nullptr;  // of a known word that is no unit
  bool known = false;
};

// All of a text but brackets and blanks, from left to right. What is not known ends at a blank.
std::vector<HeadPart> head_parts(const Grammar& grammar, std::string_view text);

// A line of this table's head. A fixed row's own name is none, though heads may use the same words.
bool is_head(const Grammar& grammar, const TableRegion& region, std::string_view text,
             HeadWords& words);

// What a table's caption says of its columns: "January to February" is the year to date.
HeadWords caption_words(const Grammar& grammar, const TableRegion& region);

// The group that is open before any line opens one, or -1.
int first_group(const TableForm& form);

// The index of the group that the text opens, or -1.
int read_group(const Grammar& grammar, const TableRegion& region, std::string_view text);

}  // namespace tradereport::parser
