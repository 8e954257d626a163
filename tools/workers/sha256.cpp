#include "tools/workers/sha256.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace tradereport::tools {

void Sha256::update(std::string_view bytes) {
  nettle_sha256_update(&state_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::finish() {
  std::string text;
  for (const char c : digest()) {
    const auto byte = static_cast<std::uint8_t>(c);
    text += "0123456789abcdef"[byte >> 4U];
    text += "0123456789abcdef"[byte & 15U];
  }
  return text;
}

std::string Sha256::digest() {
  std::string bytes(SHA256_DIGEST_SIZE, '\0');
  nettle_sha256_digest(&state_, bytes.size(), reinterpret_cast<std::uint8_t*>(bytes.data()));
  return bytes;
}

bool is_sha256(std::string_view text) {
  return text.size() == std::size_t{2} * SHA256_DIGEST_SIZE &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string sha256_of(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

std::optional<std::string> sha256_of_file(int file) {
  Sha256 hash;
  std::array<char, 65536> buffer;
  off_t at = 0;
  for (;;) {
    const ssize_t count = ::pread(file, buffer.data(), buffer.size(), at);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return hash.finish();
    hash.update({buffer.data(), static_cast<std::size_t>(count)});
    at += count;
  }
}

}  // namespace tradereport::tools
