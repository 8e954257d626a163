#include "tests/tools/serve/served_program.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <regex>

#include "tests/places.h"

namespace tradereport::tools::test {

ServedProgram::ServedProgram() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    const std::string program = kProgramFile;
    ::execl(program.c_str(), "tradereport", "serve", "--jobs", "1", nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string out;
  std::array<char, 1000> buffer;
  std::smatch match;
  const std::regex pattern("http://127\\.0\\.0\\.1:([0-9]+)(/[0-9a-f]{32}/)");
  while (!std::regex_search(out, match, pattern)) {
    const ssize_t count = ::read(ends[0], buffer.data(), buffer.size());
    if (count <= 0) break;
    out.append(buffer.data(), static_cast<std::size_t>(count));
  }
  ::close(ends[0]);
  if (match.empty()) {
    ADD_FAILURE() << "no address in: " << out;
    return;
  }
  port_ = std::stoi(match[1]);
  root_ = match[2];
}

ServedProgram::~ServedProgram() {
  if (process_ > 0) end(SIGKILL);
}

std::string ServedProgram::address() const {
  return fmt::format("http://127.0.0.1:{}{}", port_, root_);
}

std::size_t ServedProgram::memory() const {
  std::ifstream status(fmt::format("/proc/{}/status", process_));
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
  return 0;
}

int ServedProgram::end(int signal) {
  int status = -1;
  ::kill(process_, signal);
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return status;
}

std::string ServedProgram::raw(const std::string& bytes) const {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port_));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0 &&
      ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0) {
    std::array<char, 4096> buffer;
    for (ssize_t count = 0; (count = ::read(socket, buffer.data(), buffer.size())) > 0;)
      answer.append(buffer.data(), static_cast<std::size_t>(count));
  }
  ::close(socket);
  return answer;
}

}  // namespace tradereport::tools::test
