// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QString>
#include <QUrl>

namespace acx {

/// True for login and management hosts of the V5 public cloud, in both naming schemes.
[[nodiscard]] bool isRetiredHost(const QString &host);

/// When a V5 host cannot be reached, the first thing to say is that IBM closed it; the network comes second. Other
/// errors and other hosts are handed back as they are.
[[nodiscard]] Error explainedIfRetired(const Error &error, const QUrl &url);

} // namespace acx
