// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QWidget>

namespace acx {

class EntryList;
class Theme;
class TrustStore;

/// The certificates that the person trusts by hand, each for one host and port. Its controls: "trusted" (the list),
/// "removeTrusted", "trustedEmpty" where there is none.
class TrustedList final : public QWidget
{
    Q_OBJECT
public:
    TrustedList(const Theme &theme, TrustStore &trust, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const acx::Error &error);

private:
    void fill();

    TrustStore &m_trust;
    EntryList *m_list;
    QWidget *m_empty;
};

} // namespace acx
