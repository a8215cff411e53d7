// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_json.h"
#include "tests/fuzz/target.h"

using namespace acx;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ProfileFileText text = readProfileFile(inputBytes(data, size));
    if (text.isNewer)
        return 0;
    const ProfileFileText again = readProfileFile(writeProfileFile(text.contents));
    promise(again.damage.isEmpty(), "what is written can be read");
    promise(again.contents.profiles == text.contents.profiles, "nothing is lost by writing");
    return 0;
}
