// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"
#include "ui/app_services.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class ElidedLabel;
class FormField;
class InlineNotice;
class SecretField;

/// What is known about an opened API definition, and what it needs to be called. Its parts: "definitionBack",
/// "definitionTitle", "definitionVersion", "definitionOrigin", "definitionReadAt"; "definitionBase" with
/// "definitionBaseOwn"; "definitionClientId", "definitionSecret" and "definitionSave", with the notice
/// "definitionKeychain" and its "keychainRetry" and "sessionOnly"; "definitionGateway"; the notices
/// "definitionNotice", "definitionForeign" with "foreignRead" and "foreignLeave", "definitionRemoveNotice" with
/// "removeConfirm" and "removeKeep"; "definitionChanges", "definitionRemarks"; "definitionReread" with
/// "definitionRereadCancel", and "definitionRemove".
class DefinitionCard final : public QWidget
{
    Q_OBJECT
public:
    explicit DefinitionCard(const AppServices &services, QWidget *parent = nullptr);
    ~DefinitionCard() override;

    void setDefinition(const QString &id, const OperationCatalog &catalog);

Q_SIGNALS:
    void closed();

private:
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildBase();
    [[nodiscard]] QWidget *buildClient();
    [[nodiscard]] QWidget *buildFoot();
    void buildForeign();
    void buildKeychain();
    void buildRemoveQuestion();
    [[nodiscard]] QPlainTextEdit *makeLines(const QString &name, const QString &title);
    void followLibrary();
    void showFacts();
    void showRemarks();
    void showNotice(const Error &notice);
    void saveBase();
    void keepBase(const QUrl &url);
    void saveClient();
    void askAboutKeychain(const Error &error);
    void keepForSession();
    void reread();
    void readForeign();
    void remove();
    void setBusy(bool busy);
    [[nodiscard]] OpenOptions begin();
    [[nodiscard]] std::optional<Definition> definition() const;
    [[nodiscard]] QString missingBase() const;
    /// What is kept, as far as no password is asked for.
    void showClientId();
    [[nodiscard]] QString clientHint(const Definition &now) const;
    void takeOrigin();

    const AppServices m_services;
    QString m_id;
    OperationCatalog m_catalog;
    qint64 m_copy = -1;    ///< that m_catalog was read from; -1 = none yet
    QString m_shownOrigin; ///< where client id and secret go, as was shown when the person began to type them
    QVBoxLayout *m_column = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_version = nullptr;
    ElidedLabel *m_origin = nullptr;
    QLabel *m_readAt = nullptr;
    InlineNotice *m_notice = nullptr;
    InlineNotice *m_foreign = nullptr;
    InlineNotice *m_question = nullptr;
    QLineEdit *m_base = nullptr;
    FormField *m_baseField = nullptr;
    QPushButton *m_baseOwn = nullptr;
    QLineEdit *m_clientId = nullptr;
    FormField *m_clientField = nullptr;
    SecretField *m_secret = nullptr;
    FormField *m_secretField = nullptr;
    QPushButton *m_save = nullptr;
    InlineNotice *m_keychain = nullptr;
    QPushButton *m_retry = nullptr;
    QPlainTextEdit *m_gateway = nullptr;
    QPlainTextEdit *m_changes = nullptr;
    QPlainTextEdit *m_remarks = nullptr;
    QPushButton *m_reread = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_remove = nullptr;
    std::optional<CancelSource> m_cancel; ///< set while something is read
    quint64 m_generation = 0;
    int m_basesOnTheWay = 0;        ///< that are being kept
    bool m_savesClientThen = false; ///< as soon as they are
};

} // namespace acx
