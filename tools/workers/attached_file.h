// An open file that goes along with a message through a Unix socket.
#pragma once

#include <sys/socket.h>

#include <array>

namespace tradereport::tools {

// Must outlive the sending or receiving of the message.
class AttachedFile {
 public:
  // The message takes the file along; it stays open here. Below 0: none.
  void send_with(msghdr& message, int file);
  // The message has room for one.
  void receive_with(msghdr& message);

  // That came with a received message, or -1. It is the caller's to close.
  static int of(const msghdr& message);

 private:
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> room_{};
};

}  // namespace tradereport::tools
