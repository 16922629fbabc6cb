"""Make images and save them."""

from leonardo_client import Leonardo

with Leonardo() as client:  # the key is in LEONARDO_API_KEY
    generation = client.generations.create_and_wait(prompt="a lighthouse in a storm", num_images=2)
    for image in generation.generated_images or []:
        print(client.download(image, "images/"))
