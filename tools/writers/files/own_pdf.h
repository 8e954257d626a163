// PDFs that this program has made say so, and that nobody has changed them since.
#pragma once

#include <filesystem>
#include <string>

namespace tradereport::tools {

// The PDF with a comment before its last "startxref": the hash of all but the comment. Where
// nothing begins changes. Empty if there is no such word.
std::string with_own_mark(const std::string& pdf);

// Is this a file that with_own_mark() has made, as it was made?
bool is_own_pdf(const std::filesystem::path& path);

}  // namespace tradereport::tools
