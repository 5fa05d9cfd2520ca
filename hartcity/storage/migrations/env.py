"""How Alembic runs the steps: on the connection and in the transaction that ``hartcity.storage.schema`` gives it."""

from __future__ import annotations

from alembic import context

from hartcity.storage.tables import Base


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
