<?php
// Stands in place of Debian's wp-config.php, which looks for its own in /etc/wordpress. Values are of tests/cms/wordpress.mjs.
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('CMS_DATABASE_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', getenv('CMS_ORIGIN'));
define('WP_SITEURL', getenv('CMS_ORIGIN'));
// Without HTTPS, application passwords are for local sites alone.
define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
