// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"
#include "app/explorer/request_draft.h"
#include "app/explorer/request_state.h"
#include "app/explorer/snippet.h"
#include "app/operations/openapi_source.h"
#include "ui/app_services.h"
#include "ui/explorer/body_editor_content.h"

#include <QWidget>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QTabWidget;
QT_END_NAMESPACE

namespace acx {

class BodyEditor;
class InlineNotice;
struct Profile;
class RequestCode;
class RequestCompletion;
class RequestConfirm;
class RequestFoot;
class RequestForm;
class RequestHeading;
class RequestLine;
class RequestPause;

/// The request as the person fills it in: the form of an operation, or a free
/// request with method and target. Follows the session's profile by itself. Its
/// controls: those of RequestHeading or RequestLine; "requestTabs" with those
/// of RequestForm, "requestHeaders", those of BodyEditor and of RequestCode;
/// RequestConfirm; "requestNotice"; RequestPause; RequestFoot.
class RequestPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestPanel(const AppServices &services, QWidget *parent = nullptr);

    /// Shows the form of an operation with nothing filled in; none = a free
    /// request. `source` is the operation's document, `catalogId` "" for a
    /// shipped catalog, else a Definition's id: then the draft's target is a path
    /// below the definition's base URL.
    void setOperation(const std::optional<Operation> &operation, std::shared_ptr<const OpenApiSource> source = {},
                      const QString &catalogId = {});
    /// The same operation as its definition tells it now; what was filled in stays.
    void renewOperation(const Operation &operation, std::shared_ptr<const OpenApiSource> source);
    [[nodiscard]] const std::optional<Operation> &operation() const { return m_operation; }
    /// What a request like this can do; of a free request by its method.
    [[nodiscard]] OperationRisk risk() const;
    /// That of the operation, as it is now. NotFound: it is not open any more.
    [[nodiscard]] Result<Definition> definition() const;

    /// Without the values of secret parameters (see isSecret()).
    [[nodiscard]] RequestState state() const;
    /// Fills in what `state` holds; its operation must have been set before.
    void setState(const RequestState &state);
    /// A free request's method and target.
    void setTarget(const QByteArray &method, const QString &target);
    /// Fills a free request with what a curl command says.
    void setDraft(const RequestDraft &draft);

    /// Checks the form, shows in place what is wrong and goes there. InvalidInput
    /// names the field; a body from files that submit() has not read is read
    /// here, with the errors of makeBody().
    [[nodiscard]] Result<RequestDraft> draft();
    /// The same without checking or showing anything; what is not filled in is an
    /// error.
    [[nodiscard]] Result<RequestDraft> peek() const;
    /// Reads the files of the body off the window's thread, if there are any,
    /// then sendWanted(). Does nothing during a pause.
    void submit();
    /// Whatever submit() still reads is not sent.
    void giveUpSubmit() { ++m_submission; }

    void setSending(bool sending);
    /// Offers to get all pages.
    void setPaged(bool paged);
    void showError(const Error &error);
    void clearNotices();
    /// Nothing can be sent for so long, unless the person wants it.
    void pause(const QString &host, std::chrono::seconds length);
    [[nodiscard]] bool isPaused() const;
    void endPause();
    /// Asks for the name of what the request removes; destructionConfirmed()
    /// follows.
    void askBeforeDestruction(const QString &name);
    /// Puts the focus where work begins.
    void focusFirst();

Q_SIGNALS:
    void sendWanted();
    void allPagesWanted();
    void cancelWanted();
    void destructionConfirmed();
    /// Something was filled in or chosen.
    void stateChanged();
    /// A curl command was pasted while the form of an operation is shown: a free
    /// request should take it (setDraft).
    void draftPasted(const acx::RequestDraft &draft);

protected:
    /// Ctrl+Enter in the headers, which would take it for a line end of its own.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QTabWidget *buildTabs();
    [[nodiscard]] QWidget *buildHeaders(QWidget *parent);
    void buildMenu();
    void connectParts();
    void followSession();
    void edited();
    void showCounts();
    [[nodiscard]] QString baseText() const;
    [[nodiscard]] Result<QString> baseUrl() const;
    [[nodiscard]] Result<std::optional<BuiltBody>> builtBody() const;
    enum class Values { All, Masked };
    [[nodiscard]] Result<RequestDraft> makeDraft(Values which) const;
    [[nodiscard]] Status putOperation(RequestDraft &draft, Values which) const;
    [[nodiscard]] Result<SnippetRequest> snippetRequest();
    [[nodiscard]] Result<PreparedRequest> prepareForCode(const RequestDraft &draft, const Profile &profile) const;
    /// Reads the files of the body in the background, unless they are, then
    /// `then`.
    void readBody(std::function<void(const Status &)> then);
    void importCurl(const QString &command);
    void clearForm();

    const AppServices m_services;
    std::optional<Operation> m_operation;
    std::shared_ptr<const OpenApiSource> m_source;
    QString m_catalogId;
    QUuid m_id = QUuid::createUuid();
    bool m_filling = false; ///< what changes now is no edit
    struct ReadBody
    {
        BodyContent content;
        std::optional<BuiltBody> body;
    };
    std::optional<ReadBody> m_read; ///< the body that submit() read from files
    quint64 m_generation = 0;       ///< of readBody()
    quint64 m_submission = 0;       ///< of submit()

    RequestHeading *m_heading;
    RequestLine *m_line;
    RequestForm *m_form;
    RequestCompletion *m_completion;
    QPlainTextEdit *m_headers = nullptr;
    BodyEditor *m_body;
    RequestCode *m_code = nullptr;
    QTabWidget *m_tabs; ///< made before what stands below it, for the order of the focus
    RequestConfirm *m_confirm;
    InlineNotice *m_notice;
    RequestPause *m_pause;
    RequestFoot *m_foot;
};

} // namespace acx
