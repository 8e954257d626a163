#include "tools/writers/files/own_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "tools/workers/sha256.h"
#include "tools/writers/database/database.h"

namespace tradereport::tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kStart = 100;  // bytes; the head of a database has as many

std::string start_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(kStart, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::string hash_of_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  Sha256 hash;
  std::array<char, 65536> buffer;
  while (file.read(buffer.data(), buffer.size()) || file.gcount() > 0)
    hash.update({buffer.data(), static_cast<std::size_t>(file.gcount())});
  return hash.finish();
}

// As json_writer() begins them.
bool is_own_json(std::string_view start) {
  constexpr std::array<std::string_view, 4> kStarts{
      "[\n]", "[\n  {\"family\": ", "[\n  {\"file\": ", "{\n\""};
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view begin) { return start.starts_with(begin); });
}

}  // namespace

OwnFiles::OwnFiles(fs::path folder)
    : folder_(std::move(folder)), manifest_(read_manifest(folder_.string())) {
  std::ifstream file(folder_ / "datapackage.json", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto package = nlohmann::json::parse(text, nullptr, false);
  if (!package.is_object() || package.value("name", nlohmann::json()) != "tradereport") return;
  package_ = true;
  for (const nlohmann::json& resource : package.value("resources", nlohmann::json::array())) {
    if (!resource.is_object()) continue;
    const nlohmann::json path = resource.value("path", nlohmann::json());
    const nlohmann::json hash = resource.value("hash", nlohmann::json());
    if (path.is_string() && hash.is_string()) hashes_[path] = hash;
  }
}

bool OwnFiles::may_replace(const std::string& name, const std::string& format) const {
  const fs::path path = folder_ / name;
  std::error_code code;
  if (!fs::exists(fs::symlink_status(path, code))) return true;
  if (!fs::is_regular_file(path, code)) return false;
  if (const auto [first, last] = manifest_.equal_range(name); first != last) {
    const std::string hash = hash_of_file(path);
    if (std::any_of(first, last, [&](const auto& entry) { return entry.second == hash; }))
      return true;
  }
  if (format == "sqlite") return is_own_database(start_of(path));
  if (format == "json") return is_own_json(start_of(path));
  if (format != "csv") return false;
  if (name == "datapackage.json") return package_;
  const auto hash = hashes_.find(name);
  return hash != hashes_.end() && hash->second == "sha256:" + hash_of_file(path);
}

}  // namespace tradereport::tools
