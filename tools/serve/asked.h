// A request to the served page and the answer to it, without a socket.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tools/serve/memory_file.h"

namespace tradereport::tools {

struct Asked {
  std::string method;                          // "GET"
  std::string path;                            // decoded, without what follows "?"
  std::map<std::string, std::string> query;    // decoded
  std::map<std::string, std::string> headers;  // by name in lower case; those that are missing are
                                               // not there
  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
  std::string argument(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
  }
};

struct Reply {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::shared_ptr<const MemoryFile> file;      // in place of the body
  std::map<std::string, std::string> headers;  // more of them
};

// Hands the body of a request to the function, piece by piece, until that returns false. False if
// it did not come whole.
using BodyReader = std::function<bool(const std::function<bool(std::string_view)>& take)>;

}  // namespace tradereport::tools
