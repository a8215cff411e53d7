// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <initializer_list>

namespace acx {

/// Rows of a column "text": texts that are JSON by RFC 8259, in the spirit of JSONTestSuite's y_ files.
void addJsonTexts();
/// The same with texts that are not JSON (its n_ files), and half surrogate pairs, which it leaves open.
void addOtherTexts();

[[nodiscard]] QByteArray bytes(std::initializer_list<int> values);

} // namespace acx
