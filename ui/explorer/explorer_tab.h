// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/all_pages.h"
#include "app/explorer/definition_library.h"
#include "app/explorer/history_entry.h"
#include "app/explorer/request_sender.h"
#include "app/explorer/request_state.h"
#include "ui/app_services.h"
#include "ui/explorer/operation_book.h"
#include "ui/explorer/visit_list.h"
#include "ui/widgets/message_bar.h"

#include <QHash>
#include <QUuid>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QSplitter;
QT_END_NAMESPACE

namespace acx {

class AnswerPanel;
class ExchangeRun;
class NavigationBar;
class RequestPanel;

/// One request and its answer, side by side in the splitter "requestColumns", and the way from one to the next. Parts:
/// those of RequestPanel, AnswerPanel and NavigationBar; Ctrl+Enter sends, Esc cancels, Alt+Left and Alt+Right (and the
/// mouse's own buttons) go back and forward without sending anything.
class ExplorerTab final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExplorerTab)

public:
    ExplorerTab(const AppServices &services, OperationBook &book, QWidget *parent = nullptr);
    /// A request that is on its way is cancelled and recorded.
    ~ExplorerTab() override;

    /// The operation's title, or the path; never empty.
    [[nodiscard]] QString title() const;
    /// What is filled in; while its operation is looked for, and if that is not found, what openState() was given.
    [[nodiscard]] RequestState state() const { return m_wanted.value_or(shownState()); }
    /// Nothing was entered, chosen or sent yet.
    [[nodiscard]] bool isUntouched() const;
    /// Puts the focus where work begins.
    void activate();

    /// Shows a request as it was left. Nothing is sent.
    void openState(const RequestState &state);
    /// Shows what was read from a curl command. Nothing is sent.
    void openDraft(const RequestDraft &draft);
    /// Shows an operation, with the values of the one before it that have the same meaning.
    void openOperation(const QString &catalogId, const QString &operationId);
    /// As its button does, if a request runs.
    void cancelRequest();
    void goBack();
    void goForward();
    /// Asks for a URL with GET, through the form of its operation where there is one.
    void openUrl(const QUrl &url);

Q_SIGNALS:
    void titleChanged();
    void stateChanged();
    /// Another operation is shown; empty ids for a free request.
    void operationShown(const QString &catalogId, const QString &operationId);
    void newTabWanted(const QUrl &url);
    /// The answer is to be opened as a catalog of its own.
    void definitionWanted(const acx::ResponseBody &body, const acx::AnswerSource &source);
    void message(const acx::Message &message);
    void statusText(const QString &text);

private:
    void buildColumns();
    void buildShortcuts();
    void connectParts();
    void addShortcut(const QKeySequence &keys, const std::function<void()> &run);
    void followProfile();
    [[nodiscard]] bool isShown(const KnownOperation &operation) const
    {
        return m_operation && m_operation->catalogId == operation.catalogId &&
               m_operation->operation.id == operation.operation.id;
    }
    /// The form is that of the operation as it was read last.
    void followLibrary();

    // What is shown
    [[nodiscard]] RequestState shownState() const;
    void edited();
    void show(const KnownOperation &operation);
    void showFree();
    [[nodiscard]] QList<NamedValue> carriedValues(const Operation &next) const;
    void restore(const Visit &visit);
    /// Another operation was chosen since the answer came.
    [[nodiscard]] bool isAway() const;
    void follow(const QUrl &url, bool newTab);
    void followTarget(const QByteArray &target, bool newTab);
    void showWay();

    // Sending (explorer_tab_send.cpp)
    void send(bool allPages);
    void transmit();
    /// Hands the request to `next` together with what was filled in when it was asked for.
    void prepareThen(const std::function<void(const PreparedRequest &, const RequestState &)> &next);
    [[nodiscard]] std::optional<RequestDraft> readDraft();
    void begin(const PreparedRequest &request, const RequestState &state);
    void cancel();
    void setPreparing(bool isPreparing);
    /// What waits for a file or the keychain does not go out later.
    void giveUpPreparing();
    [[nodiscard]] bool canSend() const;
    /// What Esc means: the exchange, or the pause before the next one.
    void stopAnything();
    void takeAnswer(const Exchange &exchange);
    void takeError(const Error &error);
    void record(const Result<Exchange> &outcome);
    void tellPages(const PagingProgress &progress);
    void save(bool pretty);
    void openDefinition();

    const AppServices m_services;
    OperationBook &m_book;
    QSplitter *m_columns;
    RequestPanel *m_request;
    AnswerPanel *m_answer;
    NavigationBar *m_navigation;
    ExchangeRun *m_run;
    QUuid m_id = QUuid::createUuid();
    RequestState m_blank; ///< as it was made
    QUuid m_profile;
    std::optional<KnownOperation> m_operation; ///< none = a free request
    VisitList m_visits;
    QHash<QString, QString> m_names; ///< of ids, as answers told them
    RecordedExchange m_sent;         ///< without its outcome
    bool m_allPages = false;
    std::optional<RequestState> m_wanted; ///< waits for its operation
    bool m_isMissing = false;             ///< m_wanted's operation was not found
    qint64 m_copy = 0;                    ///< of the definition that the operation was read from
    quint64 m_opening = 0;                ///< an operation that is found for an older wish is dropped
    bool m_isPreparing = false;           ///< a request waits for the keychain
    quint64 m_preparing = 0;              ///< one that was given up while it was made ready is dropped
};

} // namespace acx
