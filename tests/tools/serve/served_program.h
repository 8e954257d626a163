// The program as it serves its page, in a process of its own.
#pragma once

#include <string>

namespace tradereport::tools::test {

class ServedProgram {
 public:
  ServedProgram();
  ~ServedProgram();
  ServedProgram(const ServedProgram&) = delete;
  ServedProgram& operator=(const ServedProgram&) = delete;

  int port() const { return port_; }
  int process() const { return process_; }
  // "/TOKEN/"
  const std::string& root() const { return root_; }
  std::string address() const;
  // Its resident memory, in KiB.
  std::size_t memory() const;
  // Sends the signal; the status that waitpid() gives.
  int end(int signal);

  // Sends the bytes as they are and reads all of the answer.
  std::string raw(const std::string& bytes) const;

 private:
  int process_ = -1;
  int port_ = 0;
  std::string root_;
};

}  // namespace tradereport::tools::test
