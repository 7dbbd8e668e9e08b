<?php
// Makes the site anew in an empty database and prints an application password of its administrator.
// Arguments: the folder of WordPress, the address of the site.
[, $folder, $origin] = $argv;
$database = new mysqli('localhost', 'root', '', '', 0, getenv('CMS_DATABASE_SOCKET'));
$database->query('DROP DATABASE IF EXISTS wordpress');
$database->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');

define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url($origin, PHP_URL_HOST) . ':' . parse_url($origin, PHP_URL_PORT);
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
require $folder . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
// Instead of the letter that tells the administrator of the new site.
function wp_new_blog_notification() {}
$site = wp_install('The Harbour Gazette', 'editor', 'editor@example.org', true, '', wp_generate_password());
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('timezone_string', 'Europe/Athens');
flush_rewrite_rules();
[$password] = WP_Application_Passwords::create_new_application_password($site['user_id'], ['name' => 'tests']);
echo $password;
