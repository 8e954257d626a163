#include "tools/serve/packets.h"

#include <sys/socket.h>

#include <cerrno>
#include <system_error>

#include "tools/workers/attached_file.h"

namespace tradereport::tools {

std::array<int, 2> packet_channel() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
    throw std::system_error(errno, std::generic_category(), "a channel to a process");
  return ends;
}

bool send_packet(int channel, Packet::Kind kind, std::string_view text, int file) {
  std::string bytes(1, kind);
  bytes += text.substr(0, kLongestPacket);
  iovec part{bytes.data(), bytes.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  AttachedFile attached;
  attached.send_with(message, file);
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(channel, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent == static_cast<ssize_t>(bytes.size());
}

Packet receive_packet(int channel) {
  std::array<char, kLongestPacket + 1> bytes;
  iovec part{bytes.data(), bytes.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  AttachedFile attached;
  attached.receive_with(message);
  ssize_t count = 0;
  do {
    count = ::recvmsg(channel, &message, MSG_CMSG_CLOEXEC);
  } while (count < 0 && errno == EINTR);
  if (count <= 0) return {};
  Packet packet;
  packet.kind = static_cast<Packet::Kind>(bytes[0]);
  packet.text.assign(bytes.data() + 1, static_cast<std::size_t>(count) - 1);
  packet.descriptor = AttachedFile::of(message);
  return packet;
}

}  // namespace tradereport::tools
