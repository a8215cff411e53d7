// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/profiles/profile.h"
#include "app/sandbox/sandbox_info.h"

#include <QFuture>

namespace acx {

class ProfileService;
class SandboxProcess;

/// The profile of a running sandbox, made if it has none yet: its own URLs, its key in memory for this session only.
[[nodiscard]] QFuture<Result<Profile>> addSandboxProfile(ProfileService &profiles, const SandboxInfo &info);
/// Starts the sandbox first. Both must outlive the future.
[[nodiscard]] QFuture<Result<Profile>> startSandboxProfile(SandboxProcess &sandbox, ProfileService &profiles);

} // namespace acx
