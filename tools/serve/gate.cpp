#include "tools/serve/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace tradereport::tools {

namespace {

constexpr std::array<std::string_view, 3> kOwnNames{"127.0.0.1", "[::1]", "localhost"};
constexpr std::array<std::string_view, 5> kMethods{"GET", "HEAD", "POST", "PUT", "DELETE"};

bool is_own(std::string_view host, int port) {
  return std::any_of(kOwnNames.begin(), kOwnNames.end(), [&](std::string_view name) {
    return host == fmt::format("{}:{}", name, port) || (port == 80 && host == name);
  });
}

// In a time that does not tell how much of it is right.
bool same_text(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |=
        static_cast<unsigned char>(a[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(b[i]));
  return difference == 0;
}

bool has_token(std::string_view path, std::string_view token) {
  return path.size() > token.size() + 1 && path.front() == '/' && path[token.size() + 1] == '/' &&
         same_text(path.substr(1, token.size()), token);
}

// Browsers say where a request comes from; of programs it is the token alone that lets them in.
bool is_foreign(const Asked& asked) {
  const std::string origin = asked.header("origin");
  if (!origin.empty() && origin != "http://" + asked.header("host")) return true;
  const std::string site = asked.header("sec-fetch-site");
  // The address may be followed from elsewhere: from the terminal, or a mail to oneself.
  const bool follows = asked.method == "GET" && asked.header("sec-fetch-mode") == "navigate";
  return !site.empty() && site != "same-origin" && site != "none" && !follows;
}

}  // namespace

std::optional<std::uint64_t> announced_length(const Asked& asked) {
  const std::string text = asked.header("content-length");
  if (text.empty()) return 0;
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return length;
}

std::optional<Refusal> Gate::refusal(const Asked& asked, const ServeLimits& limits) const {
  if (!is_own(asked.header("host"), port)) return Refusal{403, "serve.refused.host", {}};
  if (!has_token(asked.path, token)) return Refusal{403, "serve.refused.token", {}};
  if (is_foreign(asked)) return Refusal{403, "serve.refused.origin", {}};
  if (std::find(kMethods.begin(), kMethods.end(), asked.method) == kMethods.end())
    return Refusal{405, "serve.refused.method", {}};
  const bool upload = asked.method == "PUT";
  if (!asked.header("transfer-encoding").empty() ||
      (upload && asked.header("content-length").empty()))
    return Refusal{411, "serve.refused.length", {}};
  const std::string type = asked.header("content-type");
  if (!asked.header("content-encoding").empty() ||
      (upload && !type.empty() && type != "application/octet-stream"))
    return Refusal{415, "serve.refused.type", {}};
  const std::optional<std::uint64_t> length = announced_length(asked);
  if (!length) return Refusal{400, "serve.refused.length", {}};
  if (*length > (upload ? limits.file_bytes : 0))
    return Refusal{
        413, "serve.refused.file_size", {{"most", std::to_string(limits.file_bytes >> 20U)}}};
  return std::nullopt;
}

}  // namespace tradereport::tools
