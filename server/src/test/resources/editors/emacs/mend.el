;;; mend.el --- A session in Emacs with two servers  -*- lexical-binding: t; -*-

;; Opens the file of the environment's FILE with the profile's own init.el, where a stand-in for
;; rust-analyzer (ANALYZER, a JSON array) and rustmend attach themselves; repairs the crate from the
;; menu of code actions, breaks it again and repairs it with a command.  EXPECTED is a file with the
;; text to end with.  Ends with an error, and so with a code, when anything is not as it should be.

(require 'package)
(package-initialize)
(require 'json)
(require 'lsp-mode)
(require 'lsp-rust)

(defvar patience 120)

(defun await (what condition)
  "Wait until CONDITION holds, at most for a while; WHAT says what for."
  (let ((end (+ (float-time) patience)) found)
    (while (not (or (setq found (funcall condition)) (> (float-time) end)))
      (accept-process-output nil 0.1))
    (or found (error "Gave up waiting for %s; it said: %s" what
                     (with-current-buffer "*Messages*" (buffer-string))))))

(defun here ()
  (file-truename (getenv "FILE")))

(defun first-message ()
  "The first message that is shown for the file by any server."
  (let ((shown (gethash (here) (lsp-diagnostics t))))
    (and shown (lsp:diagnostic-message (car shown)))))

(defun actions-at (text)
  "Go to TEXT, and return the actions there by their titles."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0))
  (mapcar (lambda (action) (cons (lsp:code-action-title action) action))
          (append (lsp-code-actions-at-point) nil)))

(defun mend (message text title)
  "Wait for MESSAGE, and make the fix at TEXT that is called TITLE."
  (await (concat "rust-analyzer to show " message)
         (lambda () (string-match-p message (or (first-message) ""))))
  (let (found)
    (await (concat "the fix " title)
           (lambda ()
             (setq found (actions-at text))
             (seq-find (lambda (one) (string-prefix-p title (car one))) found)))
    (message "menu: %s" (mapconcat #'car found " | "))
    (unless (seq-find (lambda (one) (string-prefix-p "rust-analyzer: " (car one))) found)
      (error "The actions of the other server are missing"))
    (lsp-execute-code-action
     (cdr (seq-find (lambda (one) (string-prefix-p title (car one))) found)))
    (save-buffer)))

(defun expect-mended ()
  (let ((expected (with-temp-buffer
                    (insert-file-contents (getenv "EXPECTED"))
                    (buffer-string))))
    (await "the mended text" (lambda () (equal (buffer-string) expected)))
    (save-buffer)))

(setq lsp-rust-analyzer-server-command (append (json-read-from-string (getenv "ANALYZER")) nil)
      lsp-diagnostics-provider :none
      lsp-enable-snippet nil
      lsp-restart 'ignore)
(load (expand-file-name "~/.emacs.d/init.el"))
(lsp-workspace-folders-add (expand-file-name ".." (file-name-directory (here))))
(find-file (here))
(let ((broken (buffer-string)))
  (await "both servers"
         (lambda () (= 2 (length (seq-filter (lambda (one) (eq 'initialized (lsp--workspace-status one)))
                                             (lsp-workspaces))))))
  (await "the hover of the error"
         (lambda ()
           (actions-at "Ordering")
           (let ((hover (rustmend--request "textDocument/hover" (lsp--text-document-position-params))))
             (and hover (string-match-p "E04[0-9]+" (format "%s" hover))))))
  (mend "Ordering" "Ordering" "→ Import `std::cmp::Ordering`")
  (mend "borrow of moved value" "{name}" "✓ Clone the value")
  (expect-mended)
  (await "rust-analyzer to show no error" (lambda () (null (first-message))))
  (erase-buffer)
  (insert broken)
  (save-buffer)
  (rustmend-fix-file)
  (expect-mended)
  (await "the status"
         (lambda () (string-match-p "errors: 0" (rustmend-status))))
  (message "status: %s" (rustmend-status)))
(mapc (lambda (one) (with-lsp-workspace one (lsp--shutdown-workspace))) (lsp-workspaces))
(kill-emacs 0)
