#include "tools/annotated_copies.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "tools/terminal/display_width.h"
#include "tools/terminal/standard_streams.h"
#include "tools/writers/files/own_pdf.h"
#include "tools/writers/output_folder.h"

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostOthersNamed = 3;

// Where the report stands, as a path without detours; what is in an archive stands in a folder of
// the archive's name, whatever its entries are called.
fs::path place_of(const Input& input) {
  fs::path place = fs::absolute(input.file()).lexically_normal();
  if (input.container.empty()) return place;
  for (const fs::path& part : fs::path(input.path.substr(input.container.size())).relative_path())
    if (part != "." && part != "..") place /= part;
  return place;
}

bool is_below(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

}  // namespace

AnnotatedCopies::AnnotatedCopies(const Invocation& invocation)
    : invocation_(invocation),
      folder_(invocation.value("annotate")),
      marking_(invocation.language) {}

bool AnnotatedCopies::is_copy(const std::string& path) const {
  const fs::path folder = fs::absolute(fs::path(folder_) / "").lexically_normal().parent_path();
  return is_below(fs::absolute(path).lexically_normal(), folder) && is_own_pdf(path);
}

void AnnotatedCopies::look_at_reports() {
  common_ = place_of(marking_.reports().front().input).parent_path();
  for (const MarkedReport& report : marking_.reports()) {
    const fs::path place = place_of(report.input);
    while (!is_below(place, common_)) common_ = common_.parent_path();
    originals_.insert(file_identity(report.input.file()));
  }
}

fs::path AnnotatedCopies::copy_of(const MarkedReport& report) const {
  return fs::path(folder_) / place_of(report.input).lexically_relative(common_);
}

void AnnotatedCopies::tell(const std::string& file, const char* message) const {
  complain(one_line(file) + ": " + format_message(invocation_.language, message));
}

bool AnnotatedCopies::may_write(const fs::path& path) const {
  std::error_code code;
  if (!fs::exists(fs::symlink_status(path, code))) return true;
  if (originals_.contains(file_identity(path.string()))) {
    tell(path.string(), "cli.annotate.is_a_report");
    return false;
  }
  const bool may = is_own_pdf(path) || (invocation_.has("force") &&
                                        fs::is_regular_file(fs::symlink_status(path, code)));
  if (!may) tell(path.string(), "cli.annotate.in_the_way");
  return may;
}

// That of a report in which nothing is found any more.
void AnnotatedCopies::remove_old_copy(const MarkedReport& report) const {
  const fs::path path = copy_of(report);
  std::error_code code;
  const bool itself = fs::equivalent(path, report.input.file(), code);
  if (!itself && is_own_pdf(path)) fs::remove(path, code);
}

bool AnnotatedCopies::write_one(const MarkedReport& report, const MarkedCopy& copy) const {
  for (const InputError& remark : copy.remarks) print_error(remark, invocation_.language);
  if (copy.bytes.empty()) return false;
  const fs::path path = copy_of(report);
  std::error_code code;
  fs::create_directories(path.parent_path(), code);
  if (code) throw FolderError{path.parent_path().string(), code.message()};
  if (!may_write(path)) return false;
  OutputFile file(path.string());
  file.write(copy.bytes);
  file.commit();
  return true;
}

bool AnnotatedCopies::write_all(const parser::Reader& reader) const {
  std::size_t written = 0;
  std::size_t failed = 0;
  marking_.make_copies(invocation_, reader, [&](const MarkedReport& report, MarkedCopy&& copy) {
    ++(write_one(report, copy) ? written : failed);
  });
  complain(format_message(invocation_.language, "cli.annotate.written",
                          {{"n", std::to_string(written)},
                           {"all", std::to_string(marking_.reports().size())},
                           {"folder", one_line(folder_)}}));
  return failed == 0;
}

void AnnotatedCopies::tell_others() const {
  const std::vector<std::string>& others = marking_.others();
  if (others.empty()) return;
  std::string first;
  for (std::size_t i = 0; i < std::min(others.size(), kMostOthersNamed); ++i)
    first += (i == 0 ? "" : ", ") + one_line(others[i]);
  if (others.size() > kMostOthersNamed) first += " …";
  complain(format_message(invocation_.language, "cli.annotate.no_pages",
                          {{"n", std::to_string(others.size())}, {"files", first}}));
}

bool AnnotatedCopies::write(const parser::Reader& reader) {
  tell_others();
  if (marking_.reports().empty()) return true;
  look_at_reports();
  for (const MarkedReport& report : marking_.reports())
    if (!marking_.is_due(report)) remove_old_copy(report);
  try {
    return write_all(reader);
  } catch (const FolderError& error) {
    complain(fmt::format(
        "{}: {}", one_line(error.path),
        format_message(invocation_.language, "cli.error.write", {{"reason", error.reason}})));
    return false;
  }
}

}  // namespace tradereport::tools
