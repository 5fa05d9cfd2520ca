"""The tables of the current schema. What a student wrote is in ``LargeBinary`` columns, sealed (see ``sealing``)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, ForeignKey, Integer, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


KEY_LENGTH = 64


class Base(DeclarativeBase):
    """All tables; constraints are named by rule, so that migrations can speak of them on every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class WorkspaceRow(Base):
    """One student's work. Times here and below are milliseconds since 1970 in UTC.

    ``account_key`` says to which account it belongs, and ``address`` is its address, sealed for that account; both are
    None where nobody signs in. ``counted`` is what became of the cases that were counted (see ``ledger``), sealed.
    """

    __tablename__ = "workspace"

    key: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    created_at: Mapped[int] = mapped_column(BigInteger)
    touched_at: Mapped[int] = mapped_column(BigInteger, index=True)
    retention_days: Mapped[int | None] = mapped_column(Integer)
    preferences: Mapped[bytes | None] = mapped_column(LargeBinary)
    plan_revision: Mapped[int] = mapped_column(Integer)
    plan_writer: Mapped[str] = mapped_column(String(KEY_LENGTH))
    plan_number: Mapped[int] = mapped_column(Integer)
    account_key: Mapped[str | None] = mapped_column(String(KEY_LENGTH), index=True)
    address: Mapped[bytes | None] = mapped_column(LargeBinary)
    counted: Mapped[bytes | None] = mapped_column(LargeBinary)


class PlanEditRow(Base):
    """One state of the service plan; ``workspace.plan_number`` points at the one that counts, the rest are for undo."""

    __tablename__ = "plan_edit"

    workspace_key: Mapped[str] = mapped_column(ForeignKey("workspace.key", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    saved_at: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class DraftRow(Base):
    """The draft as it stands now. ``revision`` grows with every save; ``writer`` is the one that saved last."""

    __tablename__ = "draft"

    workspace_key: Mapped[str] = mapped_column(ForeignKey("workspace.key", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(Integer)
    writer: Mapped[str] = mapped_column(String(KEY_LENGTH))
    saved_at: Mapped[int] = mapped_column(BigInteger)
    versions_made: Mapped[int] = mapped_column(Integer)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class WriterRow(Base):
    """How far a writer has come: the highest ``number`` among its texts that were stored, or that others went on from.

    It outlives the draft, so that a text which arrives late is known as an old one.
    """

    __tablename__ = "writer"

    workspace_key: Mapped[str] = mapped_column(ForeignKey("workspace.key", ondelete="CASCADE"), primary_key=True)
    name: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger)
    saved_at: Mapped[int] = mapped_column(BigInteger)


class VersionRow(Base):
    """One kept state of the draft. While ``is_open``, autosaves go into it; after that its words never change.

    ``writer`` is the one that lost a race and left its words here, and empty otherwise.
    """

    __tablename__ = "version"

    workspace_key: Mapped[str] = mapped_column(ForeignKey("draft.workspace_key", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    started_at: Mapped[int] = mapped_column(BigInteger)
    saved_at: Mapped[int] = mapped_column(BigInteger)
    is_open: Mapped[bool] = mapped_column(Boolean)
    origin: Mapped[str] = mapped_column(String(20))
    writer: Mapped[str] = mapped_column(String(KEY_LENGTH))
    about: Mapped[int | None] = mapped_column(Integer)
    name: Mapped[bytes | None] = mapped_column(LargeBinary)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    fullest: Mapped[bytes | None] = mapped_column(LargeBinary)
    summary: Mapped[bytes | None] = mapped_column(LargeBinary)


class ShareRow(Base):
    """One way into a workspace for somebody else. ``key`` comes from the share's secret, which nobody stores in clear.

    ``wrapped`` is the key to the contents for the holder of the secret, and None once the share has ended. ``about`` is
    sealed for the owner alone, ``snapshot`` is the draft as it was shared.
    """

    __tablename__ = "share"

    key: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    workspace_key: Mapped[str] = mapped_column(ForeignKey("workspace.key", ondelete="CASCADE"), index=True)
    number: Mapped[int] = mapped_column(Integer)
    may: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[int] = mapped_column(BigInteger)
    expires_at: Mapped[int] = mapped_column(BigInteger, index=True)
    revoked_at: Mapped[int | None] = mapped_column(BigInteger)
    wrapped: Mapped[bytes | None] = mapped_column(LargeBinary)
    about: Mapped[bytes] = mapped_column(LargeBinary)
    snapshot: Mapped[bytes | None] = mapped_column(LargeBinary)


class ShareCodeRow(Base):
    """A short code that can be read out loud, until it is used or its minutes are over.

    ``wrapped`` is the share's secret, sealed with the code.
    """

    __tablename__ = "share_code"

    key: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    share_key: Mapped[str] = mapped_column(ForeignKey("share.key", ondelete="CASCADE"), index=True)
    expires_at: Mapped[int] = mapped_column(BigInteger, index=True)
    wrapped: Mapped[bytes] = mapped_column(LargeBinary)


class CommentRow(Base):
    """A comment. ``thread`` is the number of the comment that it answers, ``share_key`` the share it came through."""

    __tablename__ = "comment"

    workspace_key: Mapped[str] = mapped_column(ForeignKey("workspace.key", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    thread: Mapped[int | None] = mapped_column(Integer)
    share_key: Mapped[str] = mapped_column(String(KEY_LENGTH))
    created_at: Mapped[int] = mapped_column(BigInteger)
    resolved_at: Mapped[int | None] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class AuditRow(Base):
    """One line of the record of shares and openings: who did what, sealed like the work itself."""

    __tablename__ = "audit"

    workspace_key: Mapped[str] = mapped_column(ForeignKey("workspace.key", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ErasureRow(Base):
    """One deletion (see ``erased``). It outlives the workspace, whose row's name it keeps."""

    __tablename__ = "erasure"

    workspace_key: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    what: Mapped[str] = mapped_column(String(20), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[int] = mapped_column(BigInteger, index=True)


class LedgerRow(Base):
    """How often a rule or a check was shown under a release, and what became of it: sums that are nobody's."""

    __tablename__ = "ledger"

    release: Mapped[str] = mapped_column(String(20), primary_key=True)
    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    family: Mapped[str] = mapped_column(String(40))
    shown: Mapped[int] = mapped_column(BigInteger)
    fixed: Mapped[int] = mapped_column(BigInteger)
    ignored: Mapped[int] = mapped_column(BigInteger)
    disputed: Mapped[int] = mapped_column(BigInteger)
    overridden: Mapped[int] = mapped_column(BigInteger)


class InboxRow(Base):
    """The inbox of a class. ``key`` comes from the class's id, ``code_key`` from the code that students put in by.

    ``public`` seals what is put in; ``code`` is sealed for the class, ``name`` for those who have the code.
    """

    __tablename__ = "inbox"

    key: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    code_key: Mapped[str] = mapped_column(String(KEY_LENGTH), index=True, unique=True)
    public: Mapped[bytes] = mapped_column(LargeBinary)
    code: Mapped[bytes] = mapped_column(LargeBinary)
    name: Mapped[bytes] = mapped_column(LargeBinary)
    closes_at: Mapped[int] = mapped_column(BigInteger, index=True)


class HandedInRow(Base):
    """A copy of somebody's work in an inbox, sealed for the class alone. Its ``key`` leads to no workspace."""

    __tablename__ = "handed_in"

    key: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True)
    inbox_key: Mapped[str] = mapped_column(ForeignKey("inbox.key", ondelete="CASCADE"), index=True)
    at: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[bytes] = mapped_column(LargeBinary)
