#include "tools/writers/files/own_pdf.h"

#include <fstream>
#include <iterator>
#include <string_view>

#include "tools/workers/sha256.h"

namespace tradereport::tools {

namespace {

constexpr std::string_view kEnd = "startxref";
constexpr std::string_view kOwnMark = "% annotated by tradereport, sha256 of all else ";

}  // namespace

std::string with_own_mark(const std::string& pdf) {
  const std::size_t end = pdf.rfind(kEnd);
  if (end == std::string::npos) return {};
  std::string marked = pdf.substr(0, end);
  marked += kOwnMark;
  marked += sha256_of(pdf) + "\n";
  return marked + pdf.substr(end);
}

bool is_own_pdf(const std::filesystem::path& path) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(path, code))) return false;
  std::ifstream file(path, std::ios::binary);
  const std::string pdf(std::istreambuf_iterator<char>(file), {});
  const std::size_t mark = pdf.rfind(kOwnMark);
  if (mark == std::string::npos) return false;
  std::string made = pdf.substr(0, mark);
  const std::size_t end = pdf.find(kEnd, mark);
  if (end == std::string::npos) return false;
  made += pdf.substr(end);
  return with_own_mark(made) == pdf;
}

}  // namespace tradereport::tools
