-- compose.yaml gives this to PostgreSQL, which runs it once, as it makes its data folder. It makes the two roles of README.md,
-- "Database roles", and the database, which belongs to the first one.
\getenv owner_password ORDER_DESK_OWNER_PASSWORD
\getenv app_password ORDER_DESK_APP_PASSWORD
CREATE ROLE order_desk LOGIN PASSWORD :'owner_password';
CREATE ROLE order_desk_app LOGIN PASSWORD :'app_password';
CREATE DATABASE order_desk OWNER order_desk;
REVOKE ALL ON DATABASE order_desk FROM PUBLIC;
GRANT CONNECT ON DATABASE order_desk TO order_desk_app;
