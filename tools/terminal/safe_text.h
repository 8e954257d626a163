// What may stand on a terminal: no text from outside moves the cursor, changes what is shown
// elsewhere, or shows itself in another order than it has.
#pragma once

#include <string>
#include <string_view>

namespace tradereport::tools {

// Control characters (C0, DEL, C1) and line and paragraph separators.
bool is_control_character(char32_t c);

// Invisible characters that reorder what stands around them (U+202E and the like), or hide text.
bool is_deceptive(char32_t c);

// The text without either: control characters become blanks, the others and bytes that are not
// UTF-8 become U+FFFD. Line ends, tabs and colours ("\x1b[1;31m") stay, which the program itself
// writes; texts from outside have lost them in one_line().
std::string safe_text(std::string_view text);

// The JSON text with both written as escapes, \u202e: the same data.
std::string safe_json(std::string_view json);

}  // namespace tradereport::tools
