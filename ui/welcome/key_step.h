// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/base/secret.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
class SecretField;
class Theme;

/// The first step: a place to drop the key file, to choose it or to paste a key, the sandbox, and where a key comes
/// from. Its controls: "chooseFile", "pasteKey", "pastedKey" with "pastedKeyShow", "usePastedKey", "cancelPaste",
/// "trySandbox", "openApiKeysPage"; "stopNotice" with "importAnyway" and "dropImport"; "clientNotice" with "keepClient"
/// and "dropClient".
class KeyStep final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyStep(const Theme &theme, QWidget *parent = nullptr);

    void reset();
    /// The value begins or ends with characters that no key has: asks whether it is meant.
    void askAboutStop(const Error &stop);
    /// The file has a client id and secret instead of a key: asks whether they are to be taken.
    void askAboutClient(const QString &clientId, const QString &endpoint);
    void setSandboxStarting(bool starting);
    void focusFirst();

Q_SIGNALS:
    void fileWanted();
    void keyPasted(const acx::Secret &text);
    void sandboxWanted();
    void apiKeysPageWanted();
    void importAnyway();
    void clientTaken();
    void clientLeft();

private:
    [[nodiscard]] QWidget *buildDropInvitation(const Theme &theme);
    [[nodiscard]] QWidget *buildPaste();
    [[nodiscard]] QWidget *buildSandbox();
    [[nodiscard]] QWidget *buildNoKey();
    void showPaste(bool shown);
    void usePasted();

    QWidget *m_choice = nullptr;
    QWidget *m_paste = nullptr;
    SecretField *m_pasted = nullptr;
    QPushButton *m_usePasted = nullptr;
    QPushButton *m_choose = nullptr;
    QPushButton *m_sandbox = nullptr;
    InlineNotice *m_stop;
    InlineNotice *m_client;
};

} // namespace acx
