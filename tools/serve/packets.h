// What goes between the server and the process of a job: packets of a kind, a text and perhaps an
// open file.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace tradereport::tools {

struct Packet {
  enum Kind : char {
    socket = 's',    // to the process that forks jobs: one end of the job's channel
    language = 'l',  // to a job
    file = 'f',      // to a job: its name, and the open file
    go = 'g',        // to a job: these were all
    progress = 'p',  // from a job: "3 12"
    product = 'r',   // from a job: its name, and the open file
    end = 'e',       // from a job: it is done
    lost = 0,        // the other end has gone
  };
  Kind kind = lost;
  std::string text;
  int descriptor = -1;  // of the open file; the receiver closes it
};

// The longest text.
inline constexpr std::size_t kLongestPacket = 4096;

// The two ends of a channel. Throws std::system_error.
std::array<int, 2> packet_channel();

// False if the other end has gone. `file` stays open here.
bool send_packet(int channel, Packet::Kind kind, std::string_view text = {}, int file = -1);

// Waits for the next packet.
Packet receive_packet(int channel);

}  // namespace tradereport::tools
