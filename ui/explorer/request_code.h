// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/snippet.h"
#include "app/tokens/token.h"
#include "ui/app_services.h"

#include <QTimer>
#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

/// The request as a command or program: "codeLanguage", "codeToken", "codeText", "codeCopy". Secret values that were
/// typed into it are left out; "codeLeftOut" says so. Where the token itself was chosen, they are in it like the token:
/// the text shows dots in their place until "codeReveal" is pressed, hides them again by itself, and goes out by the
/// SecretClipboard only, once for each choice; "codeSecret" says so. "codeProblem" tells why there is nothing to show.
class RequestCode final : public QWidget
{
    Q_OBJECT
public:
    using Source = std::function<Result<SnippetRequest>()>;
    /// `source` is asked whenever the text has to be made anew.
    RequestCode(const AppServices &services, Source source, QWidget *parent = nullptr);

    /// The request changed.
    void refresh();
    /// Copies the request in that language, without a token and other secrets.
    void copyAs(SnippetLanguage language);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildBar();
    void buildFoot();
    void showText();
    void hideToken();
    void reveal();
    void copy();
    void leaveSecretsOut();
    /// With the token and all that was typed.
    [[nodiscard]] QString secretText(const Token &token) const;
    /// Brings the token of the request to `use`; an empty one if the code has none.
    void withToken(std::function<void(const Token &)> use);
    void tellProblem(const Error &error);
    [[nodiscard]] SnippetLanguage language() const;
    [[nodiscard]] SnippetToken tokenSource() const;
    /// Values that are secret wherever they were typed.
    [[nodiscard]] QList<Secret> known() const;
    /// True if the text holds the token itself.
    [[nodiscard]] bool needsToken() const;
    /// True if the text holds the token itself or other real values.
    [[nodiscard]] bool isSecret() const;

    const AppServices m_services;
    Source m_source;
    Result<SnippetRequest> m_request;
    QComboBox *m_language = nullptr;
    QComboBox *m_token = nullptr;
    QPlainTextEdit *m_text;
    QLabel *m_problem;
    QLabel *m_secret = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_leftOut = nullptr;
    QPushButton *m_reveal = nullptr;
    QPushButton *m_copy = nullptr;
    QTimer m_hideAgain;
    bool m_revealed = false;
    bool m_hidesTyped = false; ///< secret values were typed into the request
    quint64 m_generation = 0;  ///< a token that comes for an older text is dropped
};

} // namespace acx
