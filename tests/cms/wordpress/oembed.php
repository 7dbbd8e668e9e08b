<?php
// Answers for the hosts of embeds, which are not to be asked: what they say of these addresses, as of 2024.
add_filter('pre_oembed_result', function ($result, $url) {
    $answers = [
        'youtube.com' => '<iframe title="A walk on the pier" width="500" height="281" src="https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed" frameborder="0" allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share" referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe>',
        'vimeo.com' => '<iframe title="The lamp room" src="https://player.vimeo.com/video/22439234?dnt=1&amp;app_id=122963" width="500" height="281" frameborder="0" allow="autoplay; fullscreen; picture-in-picture; clipboard-write"></iframe>',
        'twitter.com' => '<blockquote class="twitter-tweet" data-width="550" data-dnt="true"><p lang="en" dir="ltr">just setting up my twttr</p>&mdash; jack (@jack) <a href="https://twitter.com/jack/status/20?ref_src=twsrc%5Etfw">March 21, 2006</a></blockquote><script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>',
    ];
    return $answers[preg_replace('/^www\./', '', parse_url($url, PHP_URL_HOST))] ?? $result;
}, 10, 2);
