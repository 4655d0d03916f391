;;; rustmend.el --- Verified repairs for Rust errors, beside rust-analyzer  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1") (lsp-mode "8.0.0"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Adds `rustmend lsp' to lsp-mode as a second server for Rust: rust-analyzer stays as it is.  Its
;; fixes are in the menu of `lsp-execute-code-action'; the commands here do what a menu at one place
;; can not.
;;
;;   (with-eval-after-load 'lsp-mode (require 'rustmend))

;;; Code:

(require 'lsp-mode)

(defgroup rustmend nil
  "Verified repairs for Rust errors."
  :group 'lsp-mode)

(defcustom rustmend-server-command '("rustmend" "lsp")
  "The command that starts the server."
  :type '(repeat string))

(defcustom rustmend-settings nil
  "Settings of the server, as a property list without their first word.
For example (:check (:command \"clippy\")); README has all of them."
  :type 'plist)

(defun rustmend--capabilities ()
  "What lsp-mode does without saying so.
Up to version 8 it counts columns in characters and does not announce
it: a server then takes them for UTF-16, and edits behind a character
like a crab go astray."
  (let ((lsp-enable-snippet nil))
    (unless (assq 'general (lsp--client-capabilities))
      '((general . ((positionEncodings . ["utf-32"])))))))

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection (lambda () rustmend-server-command))
  :activation-fn (lsp-activate-on "rust")
  :add-on? t
  :multi-root t
  :server-id 'rustmend
  :custom-capabilities (rustmend--capabilities)
  :initialization-options (lambda () rustmend-settings)))

(defun rustmend--workspace ()
  "The rustmend of this buffer; an error says what to do when there is none."
  (or (seq-find (lambda (workspace)
                  (eq (lsp--client-server-id (lsp--workspace-client workspace)) 'rustmend))
                (lsp-workspaces))
      (user-error "This buffer has no rustmend; M-x lsp starts it in a Rust file")))

(defun rustmend--request (method params)
  "Send METHOD with PARAMS to rustmend alone, and return its answer."
  (with-lsp-workspace (rustmend--workspace)
    (lsp-request method params)))

(defun rustmend--run (word &rest more)
  "Run the server's command WORD for this file; MORE is added to its argument."
  (rustmend--request
   "workspace/executeCommand"
   (list :command (concat "rustmend.server." word)
         :arguments (vector (append (list :uri (lsp--buffer-uri)) more)))))

;;;###autoload
(defun rustmend-fix-file ()
  "Make all verified fixes of this file, in one edit."
  (interactive)
  (rustmend--run "fixFile"))

;;;###autoload
(defun rustmend-fix-workspace ()
  "Make all verified fixes of this file's workspace."
  (interactive)
  (rustmend--run "fixWorkspace"))

;;;###autoload
(defun rustmend-explain ()
  "Explain the error at point at length."
  (interactive)
  (rustmend--run "explain" :position (lsp--cur-position)))

;;;###autoload
(defun rustmend-ask (question)
  "Answer QUESTION about Rust from the knowledge base and the documentation."
  (interactive "sQuestion about Rust: ")
  (rustmend--run "ask" :question question))

;;;###autoload
(defun rustmend-check ()
  "Check this file's workspace now."
  (interactive)
  (rustmend--run "check"))

;;;###autoload
(defun rustmend-cancel ()
  "End the checks and commands that are under way."
  (interactive)
  (rustmend--run "cancel"))

;;;###autoload
(defun rustmend-status ()
  "Say what the server knows of the workspaces that are open."
  (interactive)
  (let* ((status (rustmend--run "status"))
         (lines (mapcar
                 (lambda (one)
                   (format "%s: %s" (lsp-get one :root)
                           (or (lsp-get one :failure)
                               (and (eq (lsp-get one :checking) t) "checking")
                               (and (lsp-get one :errors)
                                    (format "errors: %d, with a fix: %d"
                                            (lsp-get one :errors) (lsp-get one :fixable)))
                               "not checked yet")))
                 (append (lsp-get status :workspaces) nil))))
    (message "%s" (mapconcat #'identity
                             (cons (concat "rustmend " (lsp-get status :version)) lines)
                             "\n"))))

(provide 'rustmend)
;;; rustmend.el ends here
