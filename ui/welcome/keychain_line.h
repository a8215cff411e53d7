// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/secret_store.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace acx {

/// Says where keys are kept and, once it was asked, in which state the keychain is: "keychainState", "keychainText".
class KeychainLine final : public QWidget
{
    Q_OBJECT
public:
    explicit KeychainLine(QWidget *parent = nullptr);
    /// As before anybody asked.
    void reset();
    /// `persistent` is false where the whole program keeps everything in memory.
    void showStatus(const StoreStatus &status, bool persistent);
    /// "GNOME Keyring", or "the system's keychain" as long as it is not known.
    [[nodiscard]] QString storeName() const { return m_name; }

private:
    QLabel *m_tag;
    QLabel *m_text;
    QString m_name;
};

} // namespace acx
