// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"
#include "ui/app_services.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class FormField;
class InlineNotice;

/// Opens API definitions: from a file, a URL, the clipboard or an answer, one at a time, with progress and cancel. Its
/// parts: "openDefinition" with the actions "openFile", "openUrl" and "openClipboard"; "definitionUrl" with
/// "definitionUrlOpen" and "definitionUrlCancel"; "catalogProgress", "catalogProgressText" and "catalogCancel";
/// "catalogNotice" with "catalogNoticeClose"; "catalogHint" with "catalogHintOpen" and "catalogHintClose".
class DefinitionOpener final : public QWidget
{
    Q_OBJECT
public:
    explicit DefinitionOpener(const AppServices &services, QWidget *parent = nullptr);
    ~DefinitionOpener() override;

    void openFile(const QString &path);
    void openUrl(const QUrl &url);
    void openText(const QByteArray &text);
    void openAnswer(const ResponseBody &body, const AnswerSource &source);
    void showError(const Error &error);
    /// Says what an opened definition still needs, and offers its details.
    void showHint(const QString &id, const QString &title, const QString &text);

Q_SIGNALS:
    void opened(const QString &id);
    void detailsWanted(const QString &id);

private:
    void buildMenu();
    [[nodiscard]] QWidget *buildUrlLine();
    [[nodiscard]] QWidget *buildProgress();
    void buildNotice();
    void takeUrl();
    /// Options of a new run; ends the one before.
    [[nodiscard]] OpenOptions begin();
    void await(const QFuture<Result<QString>> &future);
    void showProgress(const DefinitionProgress &progress);
    void cancel();

    const AppServices m_services;
    InlineNotice *m_notice;
    InlineNotice *m_hint;
    QString m_hintId;
    QWidget *m_urlLine = nullptr;
    QLineEdit *m_url = nullptr;
    FormField *m_urlField = nullptr;
    QWidget *m_progress = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_progressText = nullptr;
    QPushButton *m_open;
    std::optional<CancelSource> m_cancel; ///< set while something is being opened
    quint64 m_generation = 0;
};

} // namespace acx
